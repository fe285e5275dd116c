import type { Estate, Facts } from '../../estate/estate.ts';
import type { DiscoveryEvent } from '../events.ts';

/** Tells what a declaration adds to what was found: new sources, and facts that nobody measured of those that are known. */
export function tellDeclared(found: Estate, declared: Estate, onEvent: (event: DiscoveryEvent) => void): void {
	const known = new Map(found.sources.map((source) => [source.id, source]));
	for (const source of declared.sources) {
		const before = known.get(source.id);
		if (before === undefined) onEvent({ type: 'source', source });
		else onEvent({ type: 'facts', id: source.id, facts: without(source.facts, before.facts) });
	}
}

const without = (facts: Facts, known: Facts): Facts =>
	Object.fromEntries(Object.entries(facts).filter(([fact]) => !Object.hasOwn(known, fact)));
