import type { Facts, Gap, Link, Place, Source } from '../../estate/estate.ts';
import type { Emit } from '../collectors/collector.ts';
import type { DiscoveryEvent } from '../events.ts';
import { agreed, onePlace, oneSource } from './unite.ts';

/** What all collectors handed over until now. */
export interface Gathering {
	readonly emit: Emit;
	/** Joins what kinds said of each other's sources; once, when all have been read. */
	settle(): void;
	/** By id, each with its facts in the order of their names. */
	sources(): readonly Source[];
	places(): readonly Place[];
	links(): readonly Link[];
	gaps(): readonly Gap[];
}

/**
Keeps what collectors hand over, and passes it on as events. A later statement of a fact stands for the earlier one; what two
kinds hand over about one thing is united the same way whichever comes first.
*/
export function gathering(onEvent: (event: DiscoveryEvent) => void): Gathering {
	const sources = new Map<string, Source>();
	const places = new Map<string, Place>();
	const claims = new Map<string, Facts[]>();
	const links = new Map<string, Link>();
	const gaps = new Map<string, Gap>();

	const addFacts = (id: string, facts: Facts): void => {
		const source = sources.get(id);
		if (source === undefined || Object.keys(facts).length === 0) return;
		sources.set(id, { ...source, facts: { ...source.facts, ...facts } });
		onEvent({ type: 'facts', id, facts });
	};
	return {
		emit: {
			source(source) {
				const before = sources.get(source.id);
				const told = before ? oneSource(before, source) : source;
				sources.set(source.id, told);
				onEvent({ type: 'source', source: told });
			},
			facts: addFacts,
			claim(id, facts) {
				const said = claims.get(id);
				if (said) said.push(facts);
				else claims.set(id, [facts]);
			},
			place(place) {
				const before = places.get(place.id);
				const told = before ? onePlace(before, place) : place;
				places.set(place.id, told);
				onEvent({ type: 'place', place: told });
			},
			link(link) {
				const key = JSON.stringify([link.from, link.to, link.by]);
				const told = { ...links.get(key), ...link };
				links.set(key, told);
				onEvent({ type: 'link', link: told });
			},
			seen: () => undefined,
			gap(gap) {
				const key = JSON.stringify(gap);
				if (gaps.has(key)) return;
				gaps.set(key, gap);
				onEvent({ type: 'gap', gap });
			},
		},
		settle() {
			for (const [id, said] of claims) {
				const own = sources.get(id)?.facts ?? {};
				addFacts(id, Object.fromEntries(Object.entries(agreed(said)).filter(([fact]) => !Object.hasOwn(own, fact))));
			}
			claims.clear();
		},
		sources: () => [...sources.values()].map(inOrder).toSorted(byId),
		places: () => [...places.values()].map(inOrder).toSorted(byId),
		links: () => [...links.values()],
		gaps: () => [...gaps.values()],
	};
}

const inOrder = <Part extends { readonly facts: Facts }>(part: Part): Part => ({
	...part,
	facts: Object.fromEntries(Object.entries(part.facts).toSorted(([a], [b]) => (a < b ? -1 : 1))),
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
