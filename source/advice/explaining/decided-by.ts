import type { Known, Source } from '../../estate/estate.ts';
import type { Advice } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { titleOf } from '../routing/gates.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';
import { readsOf } from './assumptions.ts';

/** For each source the facts that rules read for it, as they stand, with what its line gives. */
export function decidedByOf(ground: Ground, places: readonly PlannedPlace[]): Advice['decidedBy'] {
	const reads = readsOf(ground);
	const found: Record<string, Readonly<Record<string, Known>>> = {};
	for (const planned of places) {
		const line = lineFacts(ground, planned);
		const outside = planned.place !== undefined && planned.place.where !== 'aws';
		const readers = new Map<string, (source: Source) => Record<string, Known>>();
		for (const row of planned.rows) {
			const source = ground.sources[row] as Source;
			const { family } = source;
			const read =
				readers.get(family) ?? readerOf(ground, source, [...reads.source(family), ...(outside ? reads.place : [])]);
			readers.set(family, read);
			const known = read(source);
			for (const [fact, given] of line) known[fact] = given;
			found[source.id] = known;
		}
	}
	return found;
}

/** Reads some facts of the sources of one place, those that no source states once for all of them. */
function readerOf(
	{ read, stated }: Ground,
	first: Source,
	facts: readonly string[],
): (source: Source) => Record<string, Known> {
	const all = [...new Set(facts)].map((fact) => ({
		fact,
		own: stated.has(fact),
		shared: stated.has(fact) ? undefined : read(first, fact),
	}));
	return (source) => {
		const known: Record<string, Known> = {};
		for (const { fact, own, shared } of all) {
			const nearest = own ? read(source, fact) : shared;
			if (nearest) known[fact] = nearest;
		}
		return known;
	};
}

function lineFacts({ given }: Ground, { option, place }: PlannedPlace): readonly [string, Known][] {
	const by = option.path
		? titleOf(given.catalog, option.path.blueprint.leg.service)
		: place?.where === 'aws'
			? 'AWS'
			: 'no line';
	return option.gives.flatMap(({ column, value }): [string, Known][] =>
		value === undefined || Number.isNaN(value)
			? []
			: [[column.fact, { value, from: 'assumed', evidence: `what ${by} gives`, at: '' }]],
	);
}
