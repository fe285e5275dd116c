import type { Try } from '../advice/tipping/tries.ts';
import type { FactValue } from '../facts/fact.ts';
import type { ValuesOf } from './values.ts';

/** An open fact of a draft: of the workload, of its place, or of one source. */
export interface Open {
	readonly fact: string;
	readonly source?: string;
}

/** A value of an open fact, to be tried. There is one of each in a search, so that what was found under it is found again. */
export interface Guess extends Try {
	/** Place of its fact among the open ones. */
	readonly open: number;
	/** A number of its own, counted from 1. */
	readonly mark: number;
}

/** What may be guessed of open facts. */
export interface Guesses {
	/** The values of an open fact that are worth trying. */
	readonly guessesOf: (open: number) => readonly Guess[];
	/** Another value of an open fact, each time a guess of its own. */
	readonly guessOf: (open: number, value: FactValue) => Guess;
}

/** Numbers the values of open facts as they are asked for. */
export function guesser(open: readonly Open[], valuesOf: ValuesOf): Guesses {
	const made: (readonly Guess[])[] = [];
	let marks = 0;
	const guessOf = (at: number, value: FactValue): Guess => {
		const { fact, source } = open[at] as Open;
		marks += 1;
		return { fact, value, ...(source !== undefined && { source }), open: at, mark: marks };
	};
	return {
		guessesOf: (at) => {
			const guesses = made[at] ?? valuesOf((open[at] as Open).fact).map((value) => guessOf(at, value));
			made[at] = guesses;
			return guesses;
		},
		guessOf,
	};
}

/** Of many amounts some, evenly spread from the first to the last: enough to tell whether a fact decides beside another. */
export function spread(guesses: readonly Guess[], some: number): readonly Guess[] {
	if (guesses.length <= some || typeof guesses[0]?.value !== 'number') return guesses;
	const step = (guesses.length - 1) / (some - 1);
	return Array.from({ length: some }, (_, index) => guesses[Math.round(index * step)] as Guess);
}

/** Of some guesses those whose facts are read: how many they are, or where there is only one, that one. */
export function readIn(guesses: readonly Guess[], reads: Uint8Array): 0 | 2 | Guess {
	let only: Guess | undefined;
	for (let index = 0; index < guesses.length; index++) {
		const guess = guesses[index] as Guess;
		if (reads[guess.open] !== 1) continue;
		if (only) return 2;
		only = guess;
	}
	return only ?? 0;
}

/** Up to so many marks below so much are told apart by one number. */
const [few, base] = [4, 4096];

/** Tells those of some guesses apart whose facts are read, in the order in which they stand. 0: none is. */
export function keyOf(guesses: readonly Guess[], reads: Uint8Array): number | string {
	let key = 0;
	for (let index = 0; index < guesses.length; index++) {
		const { open, mark } = guesses[index] as Guess;
		if (reads[open] !== 1) continue;
		if (index >= few || mark >= base) return longKeyOf(guesses, reads);
		key = key * base + mark;
	}
	return key;
}

const longKeyOf = (guesses: readonly Guess[], reads: Uint8Array): string =>
	guesses
		.filter(({ open }) => reads[open] === 1)
		.map(({ mark }) => mark)
		.join();
