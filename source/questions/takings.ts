import type { Ground } from '../advice/ground/ground.ts';
import type { Weighed } from '../advice/ground/kernel.ts';
import { copyWeighed } from '../advice/ground/kernel.ts';
import type { ReadNeed } from '../advice/ground/need.ts';
import { once, onceEach } from '../advice/ground/once.ts';
import type { Arrangement, Need } from '../advice/routing/arrange.ts';
import { arrangeUnder, type Draft, type Member } from '../advice/routing/draft.ts';
import { layLine, type PathOption } from '../advice/routing/path-options.ts';
import type { Desk, Reads } from './desk.ts';
import { type Guess, type Open, readIn } from './guesses.ts';
import { choosesAlike, type Passing } from './need-turns.ts';
import { isSame, type Reading, type Runner, runnersOf, turnedBy, wakes, weighRunner } from './runners.ts';
import { routesKey } from './seen.ts';
import { type Wanted, wantedBy } from './wanted.ts';

/** What a source takes over a line under guesses. */
export interface Taking {
	/** Equal numbers are equal in everything; 0 for what nobody comes back to. */
	readonly number: number;
	readonly need: Need | undefined;
	readonly arrangement: Arrangement | undefined;
	/** Its routes as text to compare. */
	readonly routes: string;
}

/** What one source of a draft takes over each line. */
export interface Takings {
	readonly under: (option: number, guesses: readonly Guess[]) => Taking;
	/** The same for guesses that stand beside a completion. */
	readonly beside: (option: number, completion: readonly Guess[]) => Beside;
}

/** What a source takes over a line beside a completion. */
export interface Beside {
	/** With nothing else. */
	readonly as: Taking;
	/** Whether no guess of a fact changes what is needed or what any route comes to. */
	readonly isIdle: (one: number) => boolean;
	/** With a guess; the second is the completion with it. The line stays as it is. */
	readonly under: (guess: Guess, guesses: readonly Guess[]) => Taking;
}

/** By open fact: the routes that read it over a line, and those of them that a guess of it may turn as things stand. */
interface Readers {
	readonly all: (one: number) => readonly Runner[];
	readonly woken: (one: number) => readonly Runner[];
}

/** What is told by the guesses of a draft, for all its sources. */
interface Means {
	readonly open: readonly Open[];
	readonly desk: Desk;
	readonly reading: Reading;
	readonly readNeed: ReadNeed;
}

/** To be made while nothing is tried. `member` belongs to the caller and is changed. */
export function takingsOf(
	ground: Ground,
	{ options }: Draft,
	member: Member,
	{ open, desk, reading, readNeed }: Means,
): Takings {
	const { row, source, entries } = member;
	const runnerOf = runnersOf(open, source.id, reading);
	const plain = once(() =>
		entries.filter(({ option }) => option === undefined).map((entry, at) => runnerOf(entry, at)),
	);
	/** Most lines are never looked at. */
	const readersOver = options.map((option, line) =>
		once((): Readers => {
			const own = entries.filter((entry) => entry.option === option);
			const before = plain().length;
			const some = [...plain(), ...own.map((entry, at) => runnerOf(entry, before + at, desk.bears[line] as Reads))];
			const all = onceEach((one: number) => some.filter(({ reads }) => reads[one] === 1));
			return { all, woken: onceEach((one) => all(one).filter((runner) => wakes(runner, runner.base, one))) };
		}),
	);
	const readersOf = (option: number): Readers => (readersOver[option] as () => Readers)();
	const wishes = wantedBy(ground, member, open, { desk, readNeed });

	/** What a route comes to. `from`: what it came to without the last guess. */
	const worthUnder = (option: number, guesses: readonly Guess[], runner: Runner, from?: Weighed): Weighed => {
		const { base, room, singly } = runner;
		const own = readIn(guesses, runner.reads);
		if (own === 0) return base;
		if (own === 2 && runner.last === guesses) return room;
		const known = own === 2 ? undefined : singly[own.mark];
		if (known) return known;
		desk.write(guesses);
		layLine(options[option] as PathOption, row);
		const last = from && guesses.at(-1);
		const turned = last
			? { from, turning: runner.turns[last.open] as number }
			: { from: base, turning: turnedBy(runner, guesses) };
		weighRunner(ground, runner, row, turned, room);
		runner.last = guesses;
		if (own === 2) return room;
		const kept = isSame(room, base) && room.failed === base.failed ? base : { ...room };
		singly[own.mark] = kept;
		return kept;
	};

	/** The routes that are worth something else than as things stand, and what. */
	const turned: Runner[] = [];
	const worths: Weighed[] = [];
	const turnTo = (runner: Runner, worth: Weighed): void => {
		turned.push(runner);
		worths.push(worth);
	};
	const turn = (option: number, guesses: readonly Guess[]): void => {
		turned.length = 0;
		worths.length = 0;
		const { woken } = readersOf(option);
		for (let index = 0; index < guesses.length; index++) {
			for (const runner of woken((guesses[index] as Guess).open)) {
				if (index > 0 && turnedBefore(woken, guesses, index, runner)) continue;
				const worth = worthUnder(option, guesses, runner);
				if (!isSame(worth, runner.base)) turnTo(runner, worth);
			}
		}
	};
	let takings = 0;
	const take = (option: number, { need }: Wanted, isKept = false): Taking => {
		member.need = need;
		for (let index = 0; index < turned.length; index++)
			copyWeighed(worths[index] as Weighed, (turned[index] as Runner).entry.weighed);
		const arrangement = arrangeUnder(member, option);
		for (let index = 0; index < turned.length; index++) {
			const { entry, base } = turned[index] as Runner;
			copyWeighed(base, entry.weighed);
		}
		if (isKept) takings += 1;
		return { number: isKept ? takings : 0, need, arrangement, routes: routesKey(arrangement) };
	};
	/** By line: what is taken as things stand. */
	const asThingsStand = options.map((_, option) =>
		once((): Taking => {
			turned.length = 0;
			worths.length = 0;
			return take(option, wishes.under([]), true);
		}),
	);
	const unturned = (option: number): Taking => (asThingsStand[option] as () => Taking)();
	/** By line: the routes that pass as things stand. */
	const passing = options.map((_, option) => once(() => passingUnder(option, [])));
	const passingUnder = (option: number, turns: readonly (readonly [Runner, Weighed])[]): readonly Passing[] => {
		for (const [{ entry }, worth] of turns) copyWeighed(worth, entry.weighed);
		const found = member
			.under(option)
			.all.flatMap(({ route, weighed: { outcome, time, age } }) =>
				outcome === 0 ? [] : [{ time, age, keeps: route.blueprint.keeps }],
			);
		for (const [{ entry, base }] of turns) copyWeighed(base, entry.weighed);
		return found;
	};
	/** What is taken where every route is worth what it was when something else was needed, if that is told without looking. */
	const retake = (
		as: Taking,
		before: Wanted,
		wanted: Wanted,
		passing: () => readonly Passing[],
	): Taking | undefined => {
		if (wanted === before) return as;
		const { arrangement } = as;
		if (!choosesAlike(before.need, wanted.need, passing())) return undefined;
		if (options.length === 1 || !arrangement) return as;
		if (arrangement.late > 0 || arrangement.stale > 0) return undefined;
		const isSameLoad =
			before.volume === wanted.volume &&
			before.change === wanted.change &&
			before.need?.deadline === wanted.need?.deadline;
		return isSameLoad ? as : { ...as, number: 0, need: wanted.need };
	};
	return {
		under: (option, guesses) => {
			const wanted = wishes.under(guesses);
			turn(option, guesses);
			const as =
				turned.length > 0
					? undefined
					: retake(unturned(option), wishes.under([]), wanted, passing[option] as (typeof passing)[number]);
			return as ?? take(option, wanted);
		},
		beside: (option, completion) => {
			const before = wishes.under(completion);
			turn(option, completion);
			const as = turned.length === 0 && before === wishes.under([]) ? unturned(option) : take(option, before, true);
			const { all, woken } = readersOf(option);
			/** What the routes come to that the completion may turn, by their places. */
			const stands: (Weighed | undefined)[] = [];
			const standing: (readonly [Runner, Weighed])[] = [];
			for (const { open: one } of completion) {
				for (const runner of woken(one)) {
					if (stands[runner.at]) continue;
					const worth = { ...worthUnder(option, completion, runner) };
					stands[runner.at] = worth;
					if (!isSame(worth, runner.base)) standing.push([runner, worth]);
				}
			}
			const passing = once(() => passingUnder(option, standing));
			const touched: (readonly Runner[] | undefined)[] = [];
			const touchedBy = (one: number): readonly Runner[] => {
				const found = touched[one] ?? all(one).filter((runner) => wakes(runner, stands[runner.at] ?? runner.base, one));
				touched[one] = found;
				return found;
			};
			return {
				as,
				isIdle: (one) => !wishes.reads(one) && touchedBy(one).length === 0,
				under: (guess, guesses) => {
					const wanted = wishes.reads(guess.open) ? wishes.under(guesses, before) : before;
					turned.length = 0;
					worths.length = 0;
					const touching = touchedBy(guess.open);
					let isAnother = false;
					for (let index = 0; index < touching.length; index++) {
						const runner = touching[index] as Runner;
						const before = stands[runner.at] ?? runner.base;
						const worth = worthUnder(option, guesses, runner, before);
						if (!isSame(worth, before)) isAnother = true;
						turnTo(runner, worth);
					}
					const same = isAnother ? undefined : retake(as, before, wanted, passing);
					if (same) return same;
					for (const [runner, worth] of standing) if (!touching.includes(runner)) turnTo(runner, worth);
					return take(option, wanted);
				},
			};
		},
	};
}

/** Whether an earlier guess turned a route already. */
function turnedBefore(woken: Readers['woken'], guesses: readonly Guess[], before: number, runner: Runner): boolean {
	for (let index = 0; index < before; index++) if (woken((guesses[index] as Guess).open).includes(runner)) return true;
	return false;
}
