import type { PreparationRecord } from '../catalog/record.ts';
import type { Materials } from './materials.ts';

/** What is done with a source between arrival and features. Sources with the same preparations share it. */
export interface Work {
	/** Ids of the preparations that concern it, in the order of the advice. */
	readonly records: readonly string[];
	/** What those of the catalogue do. */
	readonly does: ReadonlySet<PreparationRecord['job']>;
}

interface Kind extends Work {
	/** The same with one preparation more, by its id. */
	readonly more: Map<string, Kind>;
}

const none: Work = { records: [], does: new Set() };

/** Tells what is done with each source, by its id. */
export function workReader({ advice, catalog }: Pick<Materials, 'advice' | 'catalog'>): (source: string) => Work {
	const found = new Map<string, { kind: Kind }>();
	const first: Kind = { ...none, more: new Map() };
	for (const { id, sources } of advice.preparations) {
		const does = catalog.preparations[id]?.job;
		const withIt = ({ records, does: before, more }: Kind): Kind => {
			const known = more.get(id) ?? {
				records: [...records, id],
				does: does ? new Set([...before, does]) : before,
				more: new Map(),
			};
			more.set(id, known);
			return known;
		};
		for (const source of sources) {
			const known = found.get(source);
			if (known) known.kind = withIt(known.kind);
			else found.set(source, { kind: withIt(first) });
		}
	}
	return (source) => found.get(source)?.kind ?? none;
}
