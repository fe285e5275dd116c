import type { Leg } from '../advice/advice.ts';
import { dollars, listed, routeTitle } from '../advice/explaining/words.ts';
import type { Ground } from '../advice/ground/ground.ts';
import type { FactValue } from '../facts/fact.ts';
import { printValue } from '../facts/quantity-text.ts';
import type { Effect } from './question.ts';
import type { Decisive } from './search.ts';
import type { Change, Difference } from './seen.ts';
import type { IsDue, Slices } from './slices.ts';

/** What is decisive in one place, and for how many sources each of its sources stands. */
export interface Share {
	readonly decisive: Decisive;
	readonly times: (source: string) => number;
	/** Its money is that of all its sources already. */
	readonly isWhole: boolean;
}

interface Total {
	readonly value: FactValue;
	readonly changes: Map<string, { readonly change: Change; sources: number }>;
	sources: number;
	monthly: number;
	dollars: number;
}

/** What each value of a question would do to the plan, in the order of the values, and the weight of the question. */
export function* effectsOf(
	ground: Ground,
	shares: readonly Share[],
	isDue: IsDue,
): Slices<{ readonly effects: readonly Effect[]; readonly weight: readonly [sources: number, dollars: number] }> {
	const totals = new Map<FactValue, Total>();
	for (const share of shares) {
		for (const { value, difference } of share.decisive.alone) add(totals, value, difference, share);
		if (isDue()) yield;
	}
	const alone = [...totals.values()];
	if (alone.some(({ sources }) => sources > 0)) {
		const effects = merged(alone).map((total) => ({
			value: total.value,
			sources: total.sources,
			monthly: total.monthly,
			says: saysOf(ground, total),
		}));
		const moved = alone.map((total) => Math.abs(total.dollars)).toSorted((a, b) => a - b);
		return {
			effects,
			weight: [Math.max(...alone.map(({ sources }) => sources)), moved[Math.floor(moved.length / 2)] ?? 0],
		};
	}
	return yield* togetherOf(ground, shares, isDue);
}

/** Facts that change something only together with others: each value once, with what it needs. */
function* togetherOf(ground: Ground, shares: readonly Share[], isDue: IsDue): ReturnType<typeof effectsOf> {
	const totals = new Map<FactValue, Total>();
	const needs = new Map<string, string>();
	for (const share of shares) {
		const { together } = share.decisive;
		if (!together) continue;
		add(totals, together.value, together.difference, share);
		if (isDue()) yield;
		const key = JSON.stringify(together.value);
		if (needs.has(key)) continue;
		const others = together.others.map(({ fact, value }) => {
			const said = ground.given.vocabulary[fact];
			return said ? `${said.title} is ${printValue(said, value)}` : fact;
		});
		needs.set(key, `if ${listed([...new Set(others)])}, `);
	}
	const all = [...totals.values()];
	return {
		effects: all.map((total) => ({
			value: total.value,
			sources: total.sources,
			monthly: total.monthly,
			says: `${needs.get(JSON.stringify(total.value)) ?? ''}${saysOf(ground, total)}`,
		})),
		weight: [Math.max(0, ...all.map(({ sources }) => sources)), 0],
	};
}

function add(
	totals: Map<FactValue, Total>,
	value: FactValue,
	{ changes, monthly, dollars: more }: Difference,
	{ times, isWhole }: Share,
): void {
	const key = typeof value === 'object' ? JSON.stringify(value) : value;
	const total = totals.get(key) ?? { value, changes: new Map(), sources: 0, monthly: 0, dollars: 0 };
	totals.set(key, total);
	const [first] = changes;
	const scale = isWhole || !first ? 1 : times(first.source);
	total.monthly += monthly * scale;
	total.dollars += more * scale;
	for (const change of changes) {
		const alike = `${keyOf(change.before)} > ${keyOf(change.after)}`;
		const known = total.changes.get(alike) ?? { change, sources: 0 };
		known.sources += times(change.source);
		total.sources += times(change.source);
		total.changes.set(alike, known);
	}
}

type Ways = Change['before'];

const keyOf = (ways: Ways): string =>
	ways.map((legs) => legs.map(({ service, mode }) => `${service}:${mode}`).join('>')).join('+');

/** Of neighbouring amounts that do the same the first only; what does nothing is left out among amounts. */
function merged(totals: readonly Total[]): readonly Total[] {
	const amounts = totals.every(({ value }) => typeof value === 'number');
	if (!amounts) return totals;
	const sorted = totals.toSorted((a, b) => Number(a.value) - Number(b.value));
	const likeness = ({ changes }: Total) =>
		[...changes]
			.map(([alike, { sources }]) => `${alike}*${sources}`)
			.toSorted()
			.join();
	return sorted.filter((total, index) => {
		const before = sorted[index - 1];
		return total.sources > 0 && (!before || likeness(before) !== likeness(total));
	});
}

function saysOf(ground: Ground, { changes, sources, monthly }: Total): string {
	const { given } = ground;
	if (sources === 0) return 'changes nothing';
	const [first, ...rest] = [...changes.values()].toSorted((a, b) => b.sources - a.sources);
	if (!first) return 'changes nothing';
	const { before, after } = first.change;
	const [from, to] = [wayTitle(given, before), wayTitle(given, after)];
	const modes = from === to ? modesOf(given, before, after) : undefined;
	const more =
		rest.length > 0
			? `, and ${rest.length === 1 ? 'one more route changes' : `${rest.length} more routes change`}`
			: '';
	const money =
		Math.abs(monthly) < 0.5 ? '' : `, ${monthly > 0 ? '+' : '-'} ${dollars(ground, Math.abs(monthly))} a month`;
	return `${modes ?? `${from} becomes ${to}`}${more}${money}`;
}

/** Titles of the services of all routes, each once; `no route` where there is none. */
function wayTitle(given: Ground['given'], ways: Ways): string {
	if (ways.length === 0) return 'no route';
	return listed([...new Set(ways.map((legs) => routeTitle(given, legs)))]);
}

/** Two ways of using the same services, told apart by the titles of the modes in which they differ. */
function modesOf({ catalog }: Ground['given'], before: Ways, after: Ways): string | undefined {
	const without = (some: Ways, others: Ways): readonly Leg[] =>
		some
			.flat()
			.filter(({ service, mode }) => !others.flat().some((leg) => leg.service === service && leg.mode === mode));
	const [left, come] = [without(before, after), without(after, before)];
	const [first] = [...left, ...come];
	if (!first) return undefined;
	const titles = (legs: readonly Leg[], all: Ways) =>
		listed([
			...new Set(
				(legs.length > 0 ? legs : all.flat().filter(({ service }) => service === first.service)).map(
					({ service, mode }) => catalog.services[service]?.modes[mode]?.title ?? mode,
				),
			),
		]);
	return `${catalog.services[first.service]?.title ?? first.service}: ${titles(left, before)} becomes ${titles(come, after)}`;
}
