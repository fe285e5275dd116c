import type { Leg } from '../advice/advice.ts';
import type { Arrangement } from '../advice/routing/arrange.ts';
import { expensesOf, legsOf } from '../advice/routing/candidates.ts';
import type { Draft } from '../advice/routing/draft.ts';
import { layLine, type PathOption } from '../advice/routing/path-options.ts';

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

/** What a trial costs, and the routes it took. */
export interface Costed extends Seen {
	readonly legs: readonly (readonly (readonly Leg[])[])[];
	readonly monthly: number;
	readonly dollars: number;
}

const lineOrder = (arrangement: Arrangement): number =>
	arrangement.carriers.find(({ entry }) => entry.option)?.entry.option?.order ?? -1;

/** The routes of an arrangement, with the line they run over, as text to compare. */
export function routesKey(arrangement: Arrangement | undefined): string {
	if (!arrangement) return '';
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

/** The legs of a draft's routes and what they cost a month, over a line while the guesses stand in the table. */
export function expensesUnder(
	{ members, placeRow }: Draft,
	option: PathOption,
	arrangements: readonly (Arrangement | undefined)[],
): Pick<Costed, 'legs' | 'monthly'> {
	let monthly = (option.path && expensesOf(option.path, placeRow).monthly) || 0;
	const legs = arrangements.map((arrangement, index) => {
		const { row, times = 1 } = members[index] as Draft['members'][number];
		layLine(option, row);
		for (const { entry } of arrangement?.carriers ?? []) monthly += (expensesOf(entry.route, row).monthly || 0) * times;
		return arrangement?.carriers.map(({ entry }) => legsOf(entry)) ?? [];
	});
	return { legs, monthly };
}

/** What one trial of some sources changes against another. */
export function differenceOf(sources: readonly string[], before: Costed, after: Costed): Difference {
	const changes = sources.flatMap((source, index): readonly Change[] =>
		before.routes[index] === after.routes[index]
			? []
			: [{ source, before: before.legs[index] ?? [], after: after.legs[index] ?? [] }],
	);
	return { changes, monthly: after.monthly - before.monthly, dollars: after.dollars - before.dollars };
}
