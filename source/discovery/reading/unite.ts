import type { Facts, Known, Place, Source } from '../../estate/estate.ts';
import { type FactKey, facts as vocabulary } from '../../facts/index.ts';

/** What two kinds tell of one source, the same whichever comes first: the kind that comes first in the alphabet names it. */
export function oneSource(one: Source, other: Source): Source {
	const [first, second] = named(one) <= named(other) ? [one, other] : [other, one];
	return { ...second, ...first, facts: united(first.facts, second.facts, () => 0) };
}

const named = ({ kind, title }: Source): string => `${kind} ${title}`;

/** What several lines tell of one place: of two statements the one that promises more, a faster line or a more private one. */
export function onePlace(one: Place, other: Place): Place {
	const [first, second] = one.title <= other.title ? [one, other] : [other, one];
	return { ...second, ...first, facts: united(first.facts, second.facts, promise) };
}

/** Numbers by their size, choices by their place in the vocabulary, where they stand from the least to the most. */
function promise(fact: string, { value }: Known): number {
	if (typeof value === 'number') return value;
	const said = vocabulary[fact as FactKey];
	return said?.type === 'choice' ? (said.values as readonly unknown[]).indexOf(value) : 0;
}

/** Facts of both; of two statements the one of the higher rank, else the one whose text comes first. */
function united(one: Facts, other: Facts, rank: (fact: string, known: Known) => number): Facts {
	const facts: Record<string, Known> = { ...one };
	for (const [fact, known] of Object.entries(other)) {
		const stands = facts[fact];
		const gain = stands === undefined ? 1 : rank(fact, known) - rank(fact, stands);
		if (gain > 0 || (gain === 0 && text(known) < text(stands))) facts[fact] = known;
	}
	return facts;
}

/** The facts on which all who state them agree; where they do not, nobody knows. */
export function agreed(said: readonly Facts[]): Facts {
	const statements = Map.groupBy(
		said.flatMap((facts) => Object.entries(facts)),
		([fact]) => fact,
	);
	return Object.fromEntries(
		[...statements].flatMap(([fact, alike]) => {
			const known = alike.map(([, one]) => one).toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
			const values = new Set(known.map(({ value }) => JSON.stringify(value)));
			return values.size === 1 && known[0] ? [[fact, known[0]]] : [];
		}),
	);
}

const text = (known: Known | undefined): string => JSON.stringify(known ?? null);
