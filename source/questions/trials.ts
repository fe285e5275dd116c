import type { Ground } from '../advice/ground/ground.ts';
import { needReader } from '../advice/ground/need.ts';
import type { Draft, Member } from '../advice/routing/draft.ts';
import type { PathOption } from '../advice/routing/path-options.ts';
import { byOwnDollars, compareStandings, isHopeless, type Standing, standingOver } from '../advice/routing/settle.ts';
import { deskOf } from './desk.ts';
import type { Guess, Open } from './guesses.ts';
import { type Costed, expensesUnder, type Seen } from './seen.ts';
import { type Taking, type Takings, takingsOf } from './takings.ts';

/** Trials of one draft, which is changed by them and belongs to nobody else. */
export interface Trials {
	/** The routes its sources would take if these were so. */
	readonly see: (guesses: readonly Guess[]) => Seen;
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
	const isJoined = joined(takers, open.length);
	const standings = options.map(() => new Map<string, Standing>());
	let lines = '';
	let order = byOwnDollars(options);

	const standing = (at: number, guesses: readonly Guess[], takings: readonly Taking[], line: number): Standing => {
		let key = `${line}`;
		for (const { number } of takings) key += `,${number}`;
		const known = standings[at] as Map<string, Standing>;
		const found = known.get(key);
		if (found) return found;
		desk.write(guesses);
		const wanted = members.map(({ row }, index): Pick<Member, 'row' | 'need'> => ({ row, need: takings[index]?.need }));
		const arrangements = takings.map(({ arrangement }) => arrangement);
		const party = { ...draft, members: wanted };
		const made = standingOver(ground, party, options[at] as PathOption, arrangements);
		known.set(key, made);
		return made;
	};
	/** As `settleFast`: what alone costs more than everything over another line is not looked at. */
	const choose = (guesses: readonly Guess[]): Chosen => {
		if (options.length === 1) return { option: 0, takings: takingsUnder(0, guesses) };
		const states = options.map((_, index) => desk.line(index, guesses));
		if (states.join() !== lines) {
			lines = states.join();
			order = byOwnDollars(options);
		}
		let best: Chosen = { option: 0, takings: [] };
		let first: Standing | undefined;
		for (const at of order) {
			const option = options[at] as PathOption;
			if (option.weighed.outcome === 0 || (first && isHopeless(draft, option, first))) continue;
			const takings = takingsUnder(at, guesses);
			const own = standing(at, guesses, takings, states[at] as number);
			if (first && compareStandings(own, first) >= 0) continue;
			first = own;
			best = { option: at, takings };
		}
		return best;
	};
	const seen = ({ option, takings }: Chosen): Seen => {
		const routes = takings.map((taking) => taking.routes);
		return { routes, all: routes.length === 1 ? (routes[0] as string) : routes.join('|'), line: lineOf(option) };
	};
	const lineOf = (at: number): number => (options[at] as PathOption).order;
	return {
		see: (guesses) => seen(choose(guesses)),
		isInert: (beside, guess) => !beside.some((other) => isJoined(other.open, guess.open)) && isQuiet(guess),
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
