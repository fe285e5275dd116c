import type { Ground } from '../advice/ground/ground.ts';
import { needReader } from '../advice/ground/need.ts';
import { once } from '../advice/ground/once.ts';
import type { Draft } from '../advice/routing/draft.ts';
import type { PathOption } from '../advice/routing/path-options.ts';
import { compareStandings, type Standing, standingOver } from '../advice/routing/settle.ts';
import { deskOf } from './desk.ts';
import type { Guess, Open } from './guesses.ts';
import { type Costed, expensesUnder, type Seen } from './seen.ts';
import { type Taking, type Takings, takingsOf } from './takings.ts';

/** Trials of one draft, which is changed by them and belongs to nobody else. */
export interface Trials {
	/** The routes its sources would take if these were so. */
	readonly see: (guesses: readonly Guess[]) => Seen;
	/** The same for guesses that stand beside a completion; the second is the completion with the guess. */
	readonly beside: (completion: readonly Guess[]) => (guess: Guess, guesses: readonly Guess[]) => Seen;
	/** Whether a guess changes nothing beside others, told without looking: no route reads both, and alone it does nothing. */
	readonly isInert: (beside: readonly Guess[], guess: Guess) => boolean;
	/** The same with what they cost. */
	readonly cost: (guesses: readonly Guess[]) => Costed;
	/** Puts the table back as it was. */
	readonly end: () => void;
}

/** A line that was chosen, and what the sources of a draft take over it. */
interface Chosen {
	readonly option: number;
	readonly takings: readonly Taking[];
}

/**
Makes trials of a draft that holds its routes over every line. Most guesses touch few routes, and nothing that was found once is
worked out again: what a route comes to, what a source takes of its routes, how a line does.
*/
export function trialsOf(ground: Ground, draft: Draft, open: readonly Open[]): Trials {
	const { options, members } = draft;
	const desk = deskOf(ground, draft, open);
	const readNeed = needReader(ground.table);
	const takers = members.map((member) => takingsOf(ground, draft, member, { open, desk, readNeed }));
	const takingsUnder = (option: number, guesses: readonly Guess[]) => takers.map(({ under }) => under(option, guesses));
	const isQuiet = quietly(takers);
	const isJoined = options.length === 1 ? joined(takers, open.length) : () => true;
	const standings = options.map(() => new Map<string | number, Standing>());
	const isOfLines = Uint8Array.from(open, (_, one) => (desk.reads.some((reads) => reads[one] === 1) ? 1 : 0));
	const touchLines = (guesses: readonly Guess[]): boolean => guesses.some((guess) => isOfLines[guess.open] === 1);

	const standing = (at: number, guesses: readonly Guess[], takings: readonly Taking[], line: number): Standing => {
		const key = takings.length === 1 ? (takings[0] as Taking).number * 4096 + line : keyOfAll(takings, line);
		const known = standings[at] as Map<string | number, Standing>;
		const found = known.get(key);
		if (found) return found;
		desk.write(guesses);
		const wanted = members.map((member, index) => ({ ...member, need: takings[index]?.need }));
		const arrangements = takings.map(({ arrangement }) => arrangement);
		const party = { ...draft, members: wanted };
		const made = standingOver(ground, party, options[at] as PathOption, arrangements);
		known.set(key, made);
		return made;
	};
	const bounds = options.map(() => new Map<number, Standing>());
	/** No source makes a line better than it is without any. */
	const bound = (at: number, line: number): Standing => {
		const known = bounds[at] as Map<number, Standing>;
		const found = known.get(line) ?? standingOver(ground, { ...draft, members: [] }, options[at] as PathOption, []);
		known.set(line, found);
		return found;
	};
	let home = 0;
	/** The best that another line could be as things stand. */
	const rival = once((): Standing | undefined => {
		for (const at of options.keys()) desk.line(at, []);
		const others = [...options.keys()].filter((at) => at !== home && options[at]?.weighed.outcome !== 0);
		return others.map((at) => bound(at, 0)).reduce<Standing | undefined>(better, undefined);
	});
	let isMoved = false;
	/** The line that is best as things stand, where nothing touches a line and no other could be better. */
	const stay = (guesses: readonly Guess[], takingsAt: (at: number) => readonly Taking[]): Chosen | undefined => {
		if (touchLines(guesses)) return undefined;
		const other = rival();
		if (isMoved) for (const at of options.keys()) desk.line(at, []);
		isMoved = false;
		const takings = takingsAt(home);
		if (other && compareStandings(other, standing(home, guesses, takings, 0)) < 0) return undefined;
		return { option: home, takings };
	};
	const choose = (guesses: readonly Guess[], takingsAt = (at: number) => takingsUnder(at, guesses)): Chosen => {
		if (options.length === 1) return { option: 0, takings: takingsAt(0) };
		return stay(guesses, takingsAt) ?? among(guesses, takingsAt);
	};
	const among = (guesses: readonly Guess[], takingsAt: (at: number) => readonly Taking[]): Chosen => {
		isMoved = true;
		let best: Chosen = { option: 0, takings: [] };
		let first: Standing | undefined;
		// The line that is best as things stand nearly always stays it.
		for (let turn = -1; turn < options.length; turn++) {
			const at = turn === -1 ? home : turn;
			if (turn === home) continue;
			const line = desk.line(at, guesses);
			if ((options[at] as PathOption).weighed.outcome === 0) continue;
			if (first && compareStandings(bound(at, line), first) >= 0) continue;
			const takings = takingsAt(at);
			const own = standing(at, guesses, takings, line);
			if (first && compareStandings(own, first) >= 0) continue;
			first = own;
			best = { option: at, takings };
		}
		return best;
	};
	home = options.length === 1 ? 0 : among([], (at) => takingsUnder(at, [])).option;
	const seen = ({ option, takings }: Chosen): Seen => {
		const routes = takings.map((taking) => taking.routes);
		return { routes, all: routes.length === 1 ? (routes[0] as string) : routes.join('|'), line: lineOf(option) };
	};
	const lineOf = (at: number): number => (options[at] as PathOption).order;
	return {
		see: (guesses) => seen(choose(guesses)),
		beside: (completion) => {
			const near = options.map((_, at) => once(() => takers.map((taker) => taker.beside(at, completion))));
			const nearBy = (at: number): ReturnType<Takings['beside']>[] => (near[at] as (typeof near)[number])();
			return (guess, guesses) => {
				// What stood beside the completion over a line stands only as long as the line does.
				if (isOfLines[guess.open] === 1) return seen(choose(guesses));
				return seen(choose(guesses, (at) => nearBy(at).map((under) => under(guess, guesses))));
			};
		},
		isInert: (beside, guess) =>
			options.length === 1 && !beside.some((other) => isJoined(other.open, guess.open)) && isQuiet(guess),
		cost: (guesses) => {
			const chosen = choose(guesses);
			const { option, takings } = chosen;
			desk.write(guesses);
			const { dollars } = standing(option, guesses, takings, desk.line(option, guesses));
			const arrangements = takings.map(({ arrangement }) => arrangement);
			return { ...seen(chosen), dollars, ...expensesUnder(draft, options[option] as PathOption, arrangements) };
		},
		end: () => {
			desk.write([]);
			for (const at of options.keys()) desk.line(at, []);
		},
	};
}

const better = (a: Standing | undefined, b: Standing): Standing => (a && compareStandings(a, b) <= 0 ? a : b);

const keyOfAll = (takings: readonly Taking[], line: number): string =>
	`${line},${takings.map(({ number }) => number).join()}`;

/** Whether a guess alone turns nothing, found once for each. */
function quietly(takers: readonly Takings[]): (guess: Guess) => boolean {
	const known: boolean[] = [];
	return (guess) => {
		const found = known[guess.mark] ?? takers.every(({ isQuiet }) => isQuiet(guess));
		known[guess.mark] = found;
		return found;
	};
}

/** Whether some route reads two open facts that may turn it. */
function joined(takers: readonly Takings[], count: number): (one: number, other: number) => boolean {
	const joins = new Uint8Array(count * count);
	const mark = (one: number, other: number): void => {
		joins[one * count + other] = 1;
		joins[other * count + one] = 1;
	};
	for (const taker of takers) taker.joins(mark);
	return (one, other) => joins[one * count + other] === 1;
}
