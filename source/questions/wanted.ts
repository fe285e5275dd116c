import type { Ground } from '../advice/ground/ground.ts';
import { needFacts, type ReadNeed } from '../advice/ground/need.ts';
import { turnsWith } from '../advice/ground/read-facts.ts';
import type { Need } from '../advice/routing/arrange.ts';
import type { Member } from '../advice/routing/draft.ts';
import { type Desk, readsIn } from './desk.ts';
import { type Guess, keyOf, type Open } from './guesses.ts';

/** What a source needs, and how much it brings over a line. */
export interface Wanted {
	readonly number: number;
	readonly need: Need | undefined;
}

interface Wants {
	/** The same for whatever comes to the same. */
	readonly under: (guesses: readonly Guess[]) => Wanted;
	/** Marks each two open facts that may turn the need together. */
	readonly joins: (mark: (one: number, other: number) => void) => void;
}

/** What matters only where some route keeps nothing of what it brings. */
const ofPassing: ReadonlySet<string> = new Set(['retraining', 'stateful', 'lookups']);

/** Parts of a need that do not touch one another, as long as the data is wanted and there is as much of it. */
const parts: readonly ReadonlySet<string>[] = [
	new Set(['deadline']),
	new Set(['freshness', 'retraining']),
	new Set(['stateful', 'lookups']),
];

/** To be made while nothing is tried. */
export function wantedBy(
	{ table }: Ground,
	{ row, source, need, entries }: Member,
	open: readonly Open[],
	{ desk, readNeed }: { readonly desk: Desk; readonly readNeed: ReadNeed },
): Wants {
	const isPassing = entries.some(({ route }) => !route.blueprint.keeps);
	const isRead = (fact: string): boolean => needFacts.has(fact) && (isPassing || !ofPassing.has(fact));
	const reads = readsIn(open, isRead, source.id);
	const [volume, change] = ['volume', 'change'].map((fact) => table.columns.get(fact)?.values);
	const textOf = (one: Need | undefined): string => {
		const amounts = `${volume?.[row]}|${change?.[row]}`;
		if (!one) return amounts;
		const { history, changes, deadline, freshness, train, copyAge, computed, raw } = one;
		const always = `${amounts}|${history}|${changes}|${deadline}|${freshness}|${train}`;
		return isPassing ? `${always}|${copyAge}|${computed}|${raw}` : always;
	};
	const first = { number: 0, need };
	const alike = new Map<string, Wanted>([[textOf(need), first]]);
	const known = new Map<number | string, Wanted>([[0, first]]);
	const read = (guesses: readonly Guess[]): Wanted => {
		desk.write(guesses);
		const now = readNeed(row, source.family);
		const text = textOf(now);
		const wanted = alike.get(text) ?? { number: alike.size, need: now };
		alike.set(text, wanted);
		return wanted;
	};
	return {
		under: (guesses) => {
			const key = keyOf(guesses, reads);
			const wanted = known.get(key) ?? read(guesses);
			known.set(key, wanted);
			return wanted;
		},
		joins: (mark) => {
			const partOf = open.map(({ fact }) => parts.findIndex((part) => turnsWith(fact).some((one) => part.has(one))));
			for (let one = 0; one < open.length; one++) {
				for (let other = 0; other < one; other++) {
					if (reads[one] !== 1 || reads[other] !== 1) continue;
					const [a, b] = [partOf[one], partOf[other]];
					if (a === -1 || b === -1 || a === b) mark(one, other);
				}
			}
		},
	};
}
