import type { Known, Source } from '../../estate/estate.ts';
import type { Decided } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { titleOf } from '../routing/gates.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';
import { readsOf } from './assumptions.ts';

/** The facts that rules read for sources, as they stand, with what their line gives: for those of a family in a place together. */
export function decidedByOf(ground: Ground, places: readonly PlannedPlace[]): readonly Decided[] {
	const { sources, stated, read } = ground;
	const reads = readsOf(ground);
	return places.flatMap((planned) => {
		const line = lineFacts(ground, planned);
		const given = new Set(line.map(([fact]) => fact));
		const outside = planned.place !== undefined && planned.place.where !== 'aws';
		const alike = new Map<string, Source[]>();
		for (const row of planned.rows) {
			const source = sources[row] as Source;
			const known = alike.get(source.family);
			if (known) known.push(source);
			else alike.set(source.family, [source]);
		}
		return [...alike].map(([family, members]): Decided => {
			const facts = [...new Set([...reads.source(family), ...(outside ? reads.place : [])])];
			const wanted = facts.filter((fact) => !given.has(fact));
			const [first] = members;
			const shared = wanted
				.filter((fact) => !stated.has(fact))
				.flatMap((fact): [string, Known][] => {
					const known = read(first, fact);
					return known ? [[fact, known]] : [];
				});
			return {
				family,
				place: planned.id,
				sources: members,
				shared: Object.fromEntries([...shared, ...line]),
				own: wanted.filter((fact) => stated.has(fact)),
				read,
			};
		});
	});
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
