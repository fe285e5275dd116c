import type { Facts, Gap, Source } from '../../estate/estate.ts';
import type { Emit } from '../collectors/collector.ts';
import type { DiscoveryEvent } from '../events.ts';

/** What all collectors handed over until now. */
export interface Gathering {
	readonly emit: Emit;
	/** By id, each with its facts in the order of their names. */
	sources(): readonly Source[];
	gaps(): readonly Gap[];
}

/** Keeps what collectors hand over, and passes it on as events. A later statement of a fact stands for the earlier one. */
export function gathering(onEvent: (event: DiscoveryEvent) => void): Gathering {
	const sources = new Map<string, Source>();
	const gaps: Gap[] = [];
	return {
		emit: {
			source(source) {
				sources.set(source.id, source);
				onEvent({ type: 'source', source });
			},
			facts(id, facts) {
				const source = sources.get(id);
				if (source === undefined || Object.keys(facts).length === 0) return;
				sources.set(id, { ...source, facts: { ...source.facts, ...facts } });
				onEvent({ type: 'facts', id, facts });
			},
			gap(gap) {
				gaps.push(gap);
				onEvent({ type: 'gap', gap });
			},
		},
		sources: () =>
			[...sources.values()]
				.map((source) => ({ ...source, facts: inOrder(source.facts) }))
				.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
		gaps: () => [...gaps],
	};
}

const inOrder = (facts: Facts): Facts =>
	Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
