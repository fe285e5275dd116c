import type { Leg } from '../advice/advice.ts';
import type { Arrangement } from '../advice/routing/arrange.ts';
import { expensesOf, legsOf } from '../advice/routing/candidates.ts';
import type { Draft } from '../advice/routing/draft.ts';
import { layLine } from '../advice/routing/path-options.ts';
import type { Settled } from '../advice/routing/settle.ts';

/** The routes of a draft's sources in a trial, in the order of its members, as text to compare. */
export interface Seen {
	readonly routes: readonly string[];
	/** All of them in one. */
	readonly all: string;
	/** Place of the line among those of the catalogue. */
	readonly line: number;
}

/** A source whose route changed. */
export interface Change {
	readonly source: string;
	/** Its routes: one, or one for each part. */
	readonly before: readonly (readonly Leg[])[];
	readonly after: readonly (readonly Leg[])[];
}

/** What a trial did to the plan. */
export interface Difference {
	readonly changes: readonly Change[];
	/** Dollars a month, without work. */
	readonly monthly: number;
	/** Dollars over the months counted, work included. */
	readonly dollars: number;
}

/** What a trial costs, and the routes it took; read while it is in force. */
export interface Costed extends Seen {
	readonly legs: readonly (readonly (readonly Leg[])[])[];
	readonly monthly: number;
	readonly dollars: number;
}

/** Reads the routes of a settled draft. */
export function see({ arrangements, option }: Settled): Seen {
	const routes = arrangements.map(keyOf);
	return { routes, all: routes.join('|'), line: option.order };
}

const lineOrder = (arrangement: Arrangement): number =>
	arrangement.carriers.find(({ entry }) => entry.option)?.entry.option?.order ?? -1;

/** Trials give the same arrangement again and again. */
const keys = new WeakMap<Arrangement, string>();

function keyOf(arrangement: Arrangement | undefined): string {
	if (!arrangement) return '';
	const known = keys.get(arrangement) ?? newKeyOf(arrangement);
	keys.set(arrangement, known);
	return known;
}

function newKeyOf(arrangement: Arrangement): string {
	const [first, second] = arrangement.carriers;
	if (first && !second) return `${routeKey(first)}@${lineOrder(arrangement)}`;
	const keys = new Set(arrangement.carriers.map(routeKey));
	return `${[...keys].toSorted().join('+')}@${lineOrder(arrangement)}`;
}

/** The services and modes of a route; the strategy it serves is not part of it. */
const routeKey = ({ entry }: Arrangement['carriers'][number]): string => {
	const { key } = entry.route.blueprint;
	return key.slice(0, key.lastIndexOf('@'));
};

/** Reads routes and costs of a settled draft, while the values that were tried are in the table. */
export function cost({ members, placeRow }: Draft, settled: Settled): Costed {
	const line = settled.option.path;
	let monthly = (line && expensesOf(line, placeRow).monthly) || 0;
	const legs = settled.arrangements.map((arrangement, index) => {
		const { row } = members[index] as Draft['members'][number];
		layLine(settled.option, row);
		for (const { entry } of arrangement?.carriers ?? []) monthly += expensesOf(entry.route, row).monthly || 0;
		return arrangement?.carriers.map(({ entry }) => legsOf(entry)) ?? [];
	});
	const standing = settled.standings.find(({ option }) => option === settled.option);
	return { ...see(settled), legs, monthly, dollars: standing?.dollars ?? 0 };
}

/** What one trial changes against another of the same draft. */
export function differenceOf({ members }: Draft, before: Costed, after: Costed): Difference {
	const changes = members.flatMap(({ source }, index): readonly Change[] =>
		before.routes[index] === after.routes[index]
			? []
			: [{ source: source.id, before: before.legs[index] ?? [], after: after.legs[index] ?? [] }],
	);
	return { changes, monthly: after.monthly - before.monthly, dollars: after.dollars - before.dollars };
}
