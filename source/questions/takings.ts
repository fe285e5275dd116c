import type { Ground } from '../advice/ground/ground.ts';
import { moneyFacts, type Route, type Weighed, weigh } from '../advice/ground/kernel.ts';
import type { ReadNeed } from '../advice/ground/need.ts';
import { once } from '../advice/ground/once.ts';
import { turnsWith } from '../advice/ground/read-facts.ts';
import type { Arrangement, Entry, Need } from '../advice/routing/arrange.ts';
import { arrangeUnder, type Draft, type Member } from '../advice/routing/draft.ts';
import { layLine, type PathOption } from '../advice/routing/path-options.ts';
import { isOfLine } from '../facts/fact.ts';
import { type Desk, type Reads, readsIn } from './desk.ts';
import { type Guess, keyOf, type Open } from './guesses.ts';
import { routesKey } from './seen.ts';
import { type Wanted, wantedBy } from './wanted.ts';

/** What a source takes over a line under guesses. */
export interface Taking {
	/** Another for every other need and every other worth of a route: equal numbers are equal in everything. */
	readonly number: number;
	readonly need: Need | undefined;
	readonly arrangement: Arrangement | undefined;
	/** Its routes as text to compare. */
	readonly routes: string;
}

/** What a route comes to under guesses; the number tells those of one source apart. */
interface Worth {
	readonly number: number;
	readonly weighed: Weighed;
}

/** A route with all that it came to. */
interface Runner {
	readonly entry: Entry;
	readonly base: Worth;
	/** Open facts it is weighed from. */
	readonly reads: Reads;
	readonly known: Map<number | string, Worth>;
	/** All worths with which it fails are one. */
	failed?: Worth;
}

/** What one source of a draft takes over each line, found once for whatever is guessed of what it reads. */
export interface Takings {
	readonly under: (option: number, guesses: readonly Guess[]) => Taking;
	/** The same for guesses that stand beside a completion, each with it: only what reads it is looked at. */
	readonly beside: (
		option: number,
		completion: readonly Guess[],
	) => (guess: Guess, guesses: readonly Guess[]) => Taking;
	/** Whether a guess alone leaves what is needed and what every route comes to as it is, over every line. */
	readonly isQuiet: (guess: Guess) => boolean;
	/** Marks each two open facts that some route reads together. */
	readonly joins: (mark: (one: number, other: number) => void) => void;
}

/** To be made while nothing is tried. `member` belongs to the caller and is changed. */
export function takingsOf(
	ground: Ground,
	{ options }: Draft,
	member: Member,
	{ open, desk, readNeed }: { readonly open: readonly Open[]; readonly desk: Desk; readonly readNeed: ReadNeed },
): Takings {
	const { row, source, entries } = member;
	let numbers = 0;
	const routeReads = new Map<Route, Reads>();
	const readsOf = ({ route, option }: Entry): Reads => {
		const known =
			routeReads.get(route) ?? readsIn(open, (fact) => route.inputs.has(fact) || moneyFacts.has(fact), source.id);
		routeReads.set(route, known);
		return option ? either(known, desk.reads[options.indexOf(option)] as Reads) : known;
	};
	const runnerOf = (entry: Entry): Runner => {
		numbers += 1;
		return { entry, base: { number: numbers, weighed: { ...entry.weighed } }, reads: readsOf(entry), known: new Map() };
	};
	const plain = once(() => entries.filter(({ option }) => option === undefined).map(runnerOf));
	/** The routes that a guess of a fact may turn over a line; most lines are never looked at. */
	const wokenOver = options.map((option, at) =>
		once(() => {
			const own = [...plain(), ...entries.filter((entry) => entry.option === option).map(runnerOf)];
			return open.map((_, index) => own.filter((runner) => wakes(runner, index, open, desk.reads[at] as Reads)));
		}),
	);
	const wishes = wantedBy(ground, member, open, { desk, readNeed });
	const worthOf = (runner: Runner): Worth => {
		const { entry, base, failed } = runner;
		const weighed = { ...base.weighed };
		weigh(entry.route, row, entry.option?.lead ?? 0, ground.money, weighed);
		if (entry.option?.weighed.outcome === 1 && weighed.outcome === 2) weighed.outcome = 1;
		if (isSame(weighed, base.weighed)) return base;
		if (weighed.outcome === 0 && failed) return failed;
		numbers += 1;
		const worth = { number: numbers, weighed };
		if (weighed.outcome === 0) runner.failed = worth;
		return worth;
	};
	const taken = options.map(() => new Map<string | number, Taking>());
	let takings = 0;
	const turned: Runner[] = [];
	const worths: Worth[] = [];

	const worthUnder = (option: number, guesses: readonly Guess[], runner: Runner): Worth => {
		const key = keyOf(guesses, runner.reads);
		const known = runner.known.get(key);
		if (known) return known;
		desk.write(guesses);
		layLine(options[option] as PathOption, row);
		const worth = worthOf(runner);
		runner.known.set(key, worth);
		return worth;
	};
	const turnTo = (runner: Runner, worth: Worth): void => {
		turned.push(runner);
		worths.push(worth);
	};
	/** The routes that are worth something else under these guesses. */
	const turn = (option: number, guesses: readonly Guess[]): void => {
		turned.length = 0;
		worths.length = 0;
		const woken = (wokenOver[option] as () => Woken)();
		for (let index = 0; index < guesses.length; index++) {
			for (const runner of woken[(guesses[index] as Guess).open] as readonly Runner[]) {
				if (index > 0 && turnedBefore(woken, guesses, index, runner)) continue;
				const worth = worthUnder(option, guesses, runner);
				if (worth !== runner.base) turnTo(runner, worth);
			}
		}
	};
	const taking = (option: number, wanted: Wanted): Taking => {
		let key: string | number = wanted.number;
		for (const { number } of worths) key = `${key},${number}`;
		const known = taken[option] as Map<string | number, Taking>;
		const found = known.get(key) ?? take(option, wanted);
		known.set(key, found);
		return found;
	};
	const take = (option: number, { need }: Wanted): Taking => {
		member.need = need;
		for (let index = 0; index < turned.length; index++)
			Object.assign((turned[index] as Runner).entry.weighed, (worths[index] as Worth).weighed);
		const arrangement = arrangeUnder(member, option);
		for (const { entry, base } of turned) Object.assign(entry.weighed, base.weighed);
		takings += 1;
		return { number: takings, need, arrangement, routes: routesKey(arrangement) };
	};
	return {
		under: (option, guesses) => {
			const wanted = wishes.under(guesses);
			turn(option, guesses);
			return taking(option, wanted);
		},
		beside: (option, completion) => {
			const before = wishes.under(completion);
			turn(option, completion);
			const standing = turned.slice();
			const stands = new Map(standing.map((runner, index) => [runner, worths[index] as Worth]));
			const as = taking(option, before);
			const woken = (wokenOver[option] as () => Woken)();
			const awake = new Set(completion.flatMap(({ open: one }) => woken[one] as readonly Runner[]));
			const touched: (readonly Runner[] | undefined)[] = [];
			const touchedBy = (one: number): readonly Runner[] => {
				const known = touched[one];
				if (known) return known;
				const own = woken[one] as readonly Runner[];
				const found = [...own, ...[...awake].filter((runner) => runner.reads[one] === 1 && !own.includes(runner))];
				touched[one] = found;
				return found;
			};
			return (guess, guesses) => {
				const wanted = wishes.under(guesses);
				turned.length = 0;
				worths.length = 0;
				const touching = touchedBy(guess.open);
				let isAnother = false;
				for (const runner of touching) {
					const worth = worthUnder(option, guesses, runner);
					if (worth !== (stands.get(runner) ?? runner.base)) isAnother = true;
					if (worth !== runner.base) turnTo(runner, worth);
				}
				if (!isAnother && wanted === before) return as;
				for (const runner of standing) if (!touching.includes(runner)) turnTo(runner, stands.get(runner) as Worth);
				return taking(option, wanted);
			};
		},
		isQuiet: (guess) => {
			const guesses = [guess];
			if (desk.reads.some((reads) => reads[guess.open] === 1)) return false;
			if (wishes.under(guesses) !== wishes.under([])) return false;
			return options.every((_, option) => {
				desk.line(option, guesses);
				turn(option, guesses);
				return turned.length === 0;
			});
		},
		joins: (mark) => {
			wishes.joins(mark);
			for (const woken of wokenOver) {
				for (const [one, awake] of woken().entries()) {
					for (const { reads } of awake)
						for (let other = 0; other < reads.length; other++) if (reads[other] === 1) mark(one, other);
				}
			}
		},
	};
}

const isSame = (a: Weighed, b: Weighed): boolean =>
	a.outcome === b.outcome &&
	(a.outcome === 0 || (Object.is(a.time, b.time) && Object.is(a.age, b.age) && a.dollars === b.dollars));

const either = (some: Reads, more: Reads): Reads => some.map((read, index) => read | (more[index] as number));

/** Whether a guess of a fact may turn a route. One that fails goes on failing as long as nothing touches the gate it fails at. */
function wakes(
	{ entry: { route, option }, base: { weighed }, reads }: Runner,
	at: number,
	open: readonly Open[],
	lineReads: Reads,
): boolean {
	if (reads[at] !== 1) return false;
	const gate = weighed.outcome === 0 ? route.gates[weighed.failed] : undefined;
	if (!gate) return true;
	if (option && lineReads[at] === 1 && gate.inputs.some(isOfLine)) return true;
	return turnsWith((open[at] as Open).fact).some((fact) => gate.inputs.includes(fact));
}

/** By open fact: the routes that a guess of it may turn. */
type Woken = readonly (readonly Runner[])[];

/** Whether an earlier guess turned a route already. */
function turnedBefore(woken: Woken, guesses: readonly Guess[], before: number, runner: Runner): boolean {
	for (let index = 0; index < before; index++) if (woken[(guesses[index] as Guess).open]?.includes(runner)) return true;
	return false;
}
