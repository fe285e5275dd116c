import type { Ground } from '../advice/ground/ground.ts';
import { moneyFacts } from '../advice/ground/kernel.ts';
import { turnsWith } from '../advice/ground/read-facts.ts';
import type { Draft } from '../advice/routing/draft.ts';
import { isRanked } from '../advice/tipping/lively.ts';
import { favourable } from './favourable.ts';
import { type Guess, spread } from './guesses.ts';
import { type Decisive, type Means, type Search, type Steps, searchOf } from './search.ts';
import type { Slices } from './slices.ts';
import { middle } from './values.ts';

/** How often the same facts are looked at as what a route that does not pass would need. */
const enough = 2;

/**
Finds the open facts of a draft that are decisive: completions of the open facts that differ only in one give different
routes. From the plan as it stands every open fact is tried alone; then beside every completion that took another route, and
beside those that favour a route which does not pass. `aloneOnly`: nothing is tried beside another. Pauses when it is due, with
the table as it was.
*/
export function* explore(
	ground: Ground,
	draft: Draft,
	means: Means & { readonly aloneOnly?: boolean },
): Slices<readonly Decisive[]> {
	const { open, trials, aloneOnly = false } = means;
	const sources = draft.members.map(({ source }) => source.id);
	yield* trials.ready([]);
	const search = searchOf(sources, means);
	const singly = function* (): Steps {
		for (const one of open.keys()) yield* search.single(one);
	};
	const jointly = function* (): Steps {
		yield* search.goOn();
		yield* fromUnknown(ground, search, means);
		yield* besideTheirKind(search, means);
		trials.end();
		yield* fromFavourable(ground, draft, search, means);
		yield* besideTurns(draft, search, means);
		yield* search.besideLosses();
	};
	for (const steps of aloneOnly ? [singly] : [singly, jointly]) {
		for (const _ of steps()) {
			trials.end();
			yield;
		}
	}
	trials.end();
	return [...search.found.values()];
}

/** An amount that nobody knows has no value to start from: each of its values is a start. */
function* fromUnknown({ given }: Ground, search: Search, { open, present, guessesOf }: Means): Steps {
	for (const [at, one] of open.entries()) {
		if (present(one) !== undefined || given.vocabulary[one.fact]?.type !== 'quantity') continue;
		for (const guess of spread(guessesOf(at), 5)) {
			yield* search.beside([guess], { concerns: () => true, turnedOnly: true });
		}
		yield* search.goOn();
	}
}

/** Where two facts turn a third together, or are multiplied, neither may do anything alone. */
function* besideTheirKind(search: Search, { open, guessesOf }: Means): Steps {
	for (const [at, one] of open.entries()) {
		const turning = turnsWith(one.fact).slice(1);
		const isMoney = moneyFacts.has(one.fact);
		if (turning.length === 0 && !isMoney) continue;
		const concerns = (fact: string): boolean =>
			isMoney ? moneyFacts.has(fact) : turnsWith(fact).some((other) => turning.includes(other));
		for (const guess of spread(guessesOf(at), 3)) {
			yield* search.beside([guess], { concerns, turnedOnly: false });
		}
	}
	yield* search.goOn();
}

/**
Between two amounts that differ in a route lies one at which two routes are worth the same: close to it, on either side, whatever
else these are reckoned from turns the scale, though it may not beside any amount that is far from there.
*/
function* besideTurns(draft: Draft, search: Search, { open, trials, guessOf }: Means): Steps {
	const routes = draft.members.flatMap(({ entries }) => entries.map(({ route }) => route));
	const terms = [...new Set(routes), ...draft.options.flatMap(({ path }) => path ?? [])].map((one) => one.terms);
	const weighed = new Set(
		open.flatMap(({ fact }) =>
			isRanked(fact) || turnsWith(fact).some((turning) => terms.some((some) => some.has(turning))) ? fact : [],
		),
	);
	const isLeft = (at: number): boolean => weighed.has(open[at]?.fact ?? '') && !search.found.has(at);
	for (const turn of search.turns) {
		const left = [...open.keys()].filter(isLeft);
		if (left.length === 0) return;
		const [below] = turn;
		const { isIdle } = trials.beside([below]);
		if (left.every(isIdle)) continue;
		for (const guess of closerTo(turn, trials, guessOf)) {
			yield* search.beside([guess], { concerns: (fact) => weighed.has(fact), turnedOnly: false });
		}
	}
	yield* search.goOn();
}

/** So often the distance between two amounts is halved. */
const halvings = 8;

/** Two amounts between others that differ in a route, and differ in one still. */
function closerTo(
	[below, above]: Search['turns'][number],
	{ see }: Means['trials'],
	guessOf: Means['guessOf'],
): readonly [Guess, Guess] {
	const route = see([below]).all;
	let [low, high] = [below, above];
	for (let step = 0; step < halvings; step++) {
		const guess = guessOf(low.open, middle(Number(low.value), Number(high.value)));
		if (see([guess]).all === route) low = guess;
		else high = guess;
	}
	return [low, high];
}

/** What a route needs that does not pass, all at once, and what is read by it. */
function* fromFavourable(ground: Ground, draft: Draft, search: Search, means: Means): Steps {
	const looked = new Map<string, number>();
	for (const { guesses, reads } of yield* favourable(ground, draft, means)) {
		const unfound = guesses.flatMap(({ open }) => (search.found.has(open) ? [] : [open])).join();
		const times = looked.get(unfound) ?? 0;
		if (times >= enough) continue;
		looked.set(unfound, times + 1);
		search.pivots(guesses);
		yield* search.beside(guesses, { concerns: (fact) => reads(fact) || isRanked(fact), turnedOnly: false });
		yield* search.goOn();
	}
}
