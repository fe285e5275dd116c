import type { Ground } from '../advice/ground/ground.ts';
import { copyWeighed, moneyFacts, type Weighed } from '../advice/ground/kernel.ts';
import { turnsWith } from '../advice/ground/read-facts.ts';
import type { Draft } from '../advice/routing/draft.ts';
import { type PathOption, weighOption } from '../advice/routing/path-options.ts';
import { type Guess, keyOf, type Open } from './guesses.ts';
import { writerOf } from './written.ts';

/** Whether something reads each of the open facts, or what turns with it. */
export type Reads = Uint8Array;

/** The lines of a draft under guesses, and the table they are weighed on. Mutable: both stand for the guesses that were looked at last. */
export interface Desk {
	/** Writes guesses into the rows of the draft; only what must be weighed needs it. */
	readonly write: (guesses: readonly Guess[]) => void;
	/** What a line comes to under guesses. */
	readonly line: (option: number, guesses: readonly Guess[]) => Line;
	/** Gives a line what it comes to. */
	readonly lay: (option: number, line: Line) => void;
	/** By line: what it is weighed from. */
	readonly reads: readonly Reads[];
	/** By line: what turns the routes over it too, and not only what it costs. */
	readonly bears: readonly Reads[];
}

/** Tells which open facts are read by something that reads such facts; of a source only its own and those of all. */
export function readsIn(open: readonly Open[], isRead: (fact: string) => boolean, source?: string): Reads {
	const reads = new Uint8Array(open.length);
	for (let index = 0; index < open.length; index++) {
		const one = open[index] as Open;
		if (one.source !== undefined && source !== undefined && one.source !== source) continue;
		for (const fact of turnsWith(one.fact)) if (isRead(fact)) reads[index] = 1;
	}
	return reads;
}

/** What a line comes to. */
export interface Line {
	/** Equal numbers of one line are equal in everything. */
	readonly number: number;
	readonly lead: number;
	readonly weighed: Weighed;
	readonly gives: readonly PathOption['gives'][number]['value'][];
}

/** To be made while nothing is tried. */
export function deskOf(ground: Ground, draft: Draft, open: readonly Open[]): Desk {
	const { options, placeRow } = draft;
	const write = writerOf(ground, draft);
	const bears = options.map(({ path }) => readsIn(open, (fact) => path?.inputs.has(fact) ?? false));
	const ofMoney = readsIn(open, (fact) => moneyFacts.has(fact));
	const reads = options.map(({ path }, at) => {
		const own = bears[at] as Reads;
		return path ? own.map((read, one) => read | (ofMoney[one] as number)) : own;
	});
	const base = options.map((option): Line => lineOf(option, 0));
	const stands = [...base];
	const known = base.map((line) => new Map<number | string, Line>([[0, line]]));
	return {
		write,
		reads,
		bears,
		line: (at, guesses) => {
			const option = options[at] as PathOption;
			if (!option.path) return base[at] as Line;
			const lines = known[at] as Map<number | string, Line>;
			const key = keyOf(guesses, reads[at] as Reads);
			const found = lines.get(key);
			if (found) return found;
			write(guesses);
			weighOption(ground, option, placeRow);
			const line = lineOf(option, lines.size);
			lines.set(key, line);
			stands[at] = line;
			return line;
		},
		lay: (at, line) => {
			if (stands[at] === line) return;
			stands[at] = line;
			restore(options[at] as PathOption, line);
		},
	};
}

const lineOf = ({ lead, weighed, gives }: PathOption, number: number): Line => ({
	number,
	lead,
	weighed: { ...weighed },
	gives: gives.map(({ value }) => value),
});

function restore(option: PathOption, { lead, weighed, gives }: Line): void {
	option.lead = lead;
	copyWeighed(weighed, option.weighed);
	for (let index = 0; index < gives.length; index++) {
		const given = option.gives[index] as (typeof option.gives)[number];
		given.value = gives[index];
	}
}
