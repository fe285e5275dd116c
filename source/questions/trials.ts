import type { Ground } from '../advice/ground/ground.ts';
import { needReader } from '../advice/ground/need.ts';
import { once } from '../advice/ground/once.ts';
import type { Draft } from '../advice/routing/draft.ts';
import type { PathOption } from '../advice/routing/path-options.ts';
import { compareStandings, type Standing, standingOver } from '../advice/routing/settle.ts';
import { deskOf, type Line, readsIn } from './desk.ts';
import type { Guess, Open } from './guesses.ts';
import { readingOf } from './runners.ts';
import { type Costed, expensesUnder, type Seen } from './seen.ts';
import type { IsDue, Slices } from './slices.ts';
import { type Beside, type Taking, takingsOf } from './takings.ts';

/** Trials of one draft, which is changed by them and belongs to nobody else. */
export interface Trials {
	/** Where many sources share lines: weighs their routes over those that guesses bring into play one by one, so that a trial of these does not take long. */
	readonly ready: (guesses: readonly Guess[]) => Slices<void>;
	/** The routes its sources would take if these were so. */
	readonly see: (guesses: readonly Guess[]) => Seen;
	/** The same for guesses that stand beside a completion. */
	readonly beside: (completion: readonly Guess[]) => SeenBeside;
	/** The same with what they cost. */
	readonly cost: (guesses: readonly Guess[]) => Costed;
	/** Puts the table back as it was. */
	readonly end: () => void;
}

/** The routes that are taken beside a completion. */
interface SeenBeside {
	/** With nothing else. */
	readonly before: Seen;
	/** Whether no guess of a fact changes anything, told without looking. */
	readonly isIdle: (one: number) => boolean;
	/** With a guess; the second is the completion with it. */
	readonly see: (guess: Guess, guesses: readonly Guess[]) => Seen;
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
export function trialsOf(
	ground: Ground,
	draft: Draft,
	{ open, isDue }: { readonly open: readonly Open[]; readonly isDue: IsDue },
): Trials {
	const { options, members } = draft;
	const desk = deskOf(ground, draft, open);
	const reading = readingOf(open);
	const readNeed = needReader(ground.table);
	const takers = members.map((member) => takingsOf(ground, draft, member, { open, desk, reading, readNeed }));
	const takingsUnder = (option: number, guesses: readonly Guess[]) => takers.map(({ under }) => under(option, guesses));
	const standings = options.map(() => new Map<string | number, Standing>());
	const isOfLines = Uint8Array.from(open, (_, one) => (desk.reads.some((reads) => reads[one] === 1) ? 1 : 0));
	const touchLines = (guesses: readonly Guess[]): boolean => guesses.some((guess) => isOfLines[guess.open] === 1);

	const mends = options.map((option) => mendersOf(option, open));
	/** Whether a line passes as things stand, or a guess touches the gate that it fails at. */
	const mayPass = (at: number, guesses: readonly Guess[]): boolean => {
		const own = mends[at];
		if (!own) return true;
		for (let index = 0; index < guesses.length; index++) if (own[(guesses[index] as Guess).open] === 1) return true;
		return false;
	};
	const standing = (at: number, guesses: readonly Guess[], takings: readonly Taking[], line: Line): Standing => {
		const key = keyOfAll(takings, line);
		const known = standings[at] as Map<string | number, Standing>;
		const found = key === undefined ? undefined : known.get(key);
		if (found) return found;
		desk.write(guesses);
		const wanted = members.map(({ row, times = 1 }, index) => ({ row, times, need: takings[index]?.need }));
		const arrangements = takings.map(({ arrangement }) => arrangement);
		const party = { ...draft, members: wanted };
		const made = standingOver(ground, party, options[at] as PathOption, arrangements);
		if (key !== undefined) known.set(key, made);
		return made;
	};
	const bounds = options.map(() => new Map<number, Standing>());
	/** No source makes a line better than it is without any. */
	const bound = (at: number, line: Line): Standing => {
		const known = bounds[at] as Map<number, Standing>;
		const found = known.get(line.number);
		if (found) return found;
		desk.lay(at, line);
		const made = standingOver(ground, { ...draft, members: [] }, options[at] as PathOption, []);
		known.set(line.number, made);
		return made;
	};
	/** The line that is best as things stand. */
	const home = once((): number => (options.length === 1 ? 0 : among([], (at) => takingsUnder(at, []), 0).option));
	/** The best that another line could be as things stand. */
	const rival = once((): Standing | undefined => {
		const others = [...options.keys()].filter((at) => at !== home() && desk.line(at, []).weighed.outcome !== 0);
		return others.map((at) => bound(at, desk.line(at, []))).reduce<Standing | undefined>(better, undefined);
	});
	/** The line that is best as things stand, where nothing touches a line and no other could be better. */
	const stay = (guesses: readonly Guess[], takingsAt: (at: number) => readonly Taking[]): Chosen | undefined => {
		if (touchLines(guesses)) return undefined;
		const other = rival();
		const line = desk.line(home(), []);
		desk.lay(home(), line);
		const takings = takingsAt(home());
		if (other && compareStandings(other, standing(home(), guesses, takings, line)) < 0) return undefined;
		return { option: home(), takings };
	};
	/** What was chosen last. */
	let last: { readonly guesses: readonly Guess[]; readonly chosen: Chosen } | undefined;
	const choose = (guesses: readonly Guess[], takingsAt = (at: number) => takingsUnder(at, guesses)): Chosen => {
		const chosen =
			options.length === 1
				? { option: 0, takings: takingsAt(0) }
				: (stay(guesses, takingsAt) ?? among(guesses, takingsAt, home()));
		last = { guesses, chosen };
		return chosen;
	};
	const among = (guesses: readonly Guess[], takingsAt: (at: number) => readonly Taking[], likely: number): Chosen => {
		let best: Chosen = { option: 0, takings: [] };
		let first: Standing | undefined;
		// The line that is best as things stand nearly always stays it.
		for (let turn = -1; turn < options.length; turn++) {
			const at = turn === -1 ? likely : turn;
			if (turn === likely || (turn !== -1 && !mayPass(at, guesses))) continue;
			const line = desk.line(at, guesses);
			if (line.weighed.outcome === 0) continue;
			if (first && compareStandings(bound(at, line), first) >= 0) continue;
			desk.lay(at, line);
			const takings = takingsAt(at);
			const own = standing(at, guesses, takings, line);
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
		*ready(guesses) {
			if (members.length === 1) return;
			for (const at of options.keys()) {
				if (mends[at] ? !mayPass(at, guesses) : guesses.length > 0) continue;
				for (const taker of takers) {
					desk.lay(at, desk.line(at, guesses));
					taker.under(at, guesses);
					if (isDue()) yield;
				}
			}
		},
		see: (guesses) => seen(choose(guesses)),
		beside: (completion) => {
			const near = options.map((_, at) => once(() => takers.map((taker) => taker.beside(at, completion))));
			const nearBy = (at: number): readonly Beside[] => (near[at] as (typeof near)[number])();
			/** The lines that were looked at. */
			const looked: number[] = [];
			const before = seen(
				choose(completion, (at) => {
					looked.push(at);
					return nearBy(at).map(({ as }) => as);
				}),
			);
			return {
				before,
				isIdle: (one) => isOfLines[one] !== 1 && looked.every((at) => nearBy(at).every(({ isIdle }) => isIdle(one))),
				see: (guess, guesses) => {
					// What stood beside the completion over a line stands only as long as the line does.
					const isNear = (at: number): boolean => desk.bears[at]?.[guess.open] !== 1;
					const over = (at: number) => nearBy(at).map(({ under }) => under(guess, guesses));
					return seen(choose(guesses, (at) => (isNear(at) ? over(at) : takingsUnder(at, guesses))));
				},
			};
		},
		cost: (guesses) => {
			const chosen = last?.guesses === guesses ? last.chosen : choose(guesses);
			const { option, takings } = chosen;
			desk.write(guesses);
			const line = desk.line(option, guesses);
			desk.lay(option, line);
			const { dollars } = standing(option, guesses, takings, line);
			const arrangements = takings.map(({ arrangement }) => arrangement);
			return { ...seen(chosen), dollars, ...expensesUnder(draft, options[option] as PathOption, arrangements) };
		},
		end: () => {
			desk.write([]);
			for (const at of options.keys()) desk.lay(at, desk.line(at, []));
		},
	};
}

const better = (a: Standing | undefined, b: Standing): Standing => (a && compareStandings(a, b) <= 0 ? a : b);

/** The open facts that are read by the gate at which a line fails as things stand; undefined where it passes. */
function mendersOf({ path, weighed }: PathOption, open: readonly Open[]): Uint8Array | undefined {
	const gate = weighed.outcome === 0 ? path?.gates[weighed.failed] : undefined;
	return gate && readsIn(open, (fact) => gate.inputs.includes(fact));
}

/** Undefined where somebody takes what nobody comes back to. */
function keyOfAll(takings: readonly Taking[], line: Line): string | number | undefined {
	const [first] = takings;
	if (first && takings.length === 1) return first.number === 0 ? undefined : first.number * 4096 + line.number;
	if (takings.some(({ number }) => number === 0)) return undefined;
	return `${line.number},${takings.map(({ number }) => number).join()}`;
}
