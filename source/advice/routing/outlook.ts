import type { Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import type { Route } from '../ground/kernel.ts';
import type { Choice, Entry } from './arrange.ts';
import { choiceOf } from './arrange.ts';
import { type Merits, meritsEach, type Weigher, weigherOf, weighOnce, withWork } from './merits.ts';
import { type Ranking, rankingOf } from './ranking.ts';
import { type Constants, type Sweeping, sweepingOf } from './sweeping.ts';
import { type Way, type Ways, waysOf } from './ways.ts';

/** What the gates say under a line, for all sources of a family for which every one of them comes out alike. */
export interface Outlook {
	/** Every route and where it failed. Mutable: those that pass are weighed anew for each source. */
	readonly entries: readonly Entry[];
	/** Those that pass. */
	readonly choice: Choice;
	readonly family: Source['family'];
	/** The family, and which of its routes failed at which gate; alike for sources that are judged alike. */
	readonly signature: string;
	/** Writes the merits of the route at a place among those that pass, for a row over whose path facts the line is laid. */
	readonly weighOne: (place: number, row: number, into: Merits, at: number) => void;
	/** Writes the merits of all of them one behind the other, where rows are few. */
	readonly weighInto: (row: number, into: Merits, at: number) => void;
	/** The same for many rows at a time. Into merits that were nothing so far. */
	readonly sweep: Sweeping;
	/** Weighs the routes that pass, for whoever looks at the entries. */
	readonly weigh: (row: number) => void;
	/** Ranks merits that were written so. */
	readonly rank: Ranking;
	readonly ways: Ways;
}

/** What the outlooks of a line have in common. */
export interface Common {
	readonly ways: Way[];
	readonly constants: Constants;
	/** What weighs a route, made on any row that would take it. */
	readonly weighers: Map<Route, Weigher>;
}

export const nothingCommon = (): Common => ({ ways: [], constants: new Map(), weighers: new Map() });

/** How its routes are weighed and ranked is made when it is first asked for: most outlooks of other answers need neither. */
export function outlookOf(
	ground: Ground,
	entries: readonly Entry[],
	{ family, signature, common }: Pick<Outlook, 'family' | 'signature'> & { readonly common: Common },
): Outlook {
	const passing = entries.filter(({ weighed }) => weighed.outcome > 0);
	const choice = choiceOf(passing);
	const ways = waysOf(passing, common.ways);
	const hours = ground.money.hour.values;
	const weighers: (Weigher | undefined)[] = [];
	let ranking: Ranking | undefined;
	let sweeping: Sweeping | undefined;
	let own: Merits | undefined;
	// What is the same for all rows is reckoned on the one that is weighed just now: over others no line may be laid, or another one.
	const weigherAt = (place: number, row: number): Weigher => {
		const entry = passing[place] as Entry;
		const found = common.weighers.get(entry.route) ?? weigherOf(ground, entry, row);
		weighers[place] = found;
		common.weighers.set(entry.route, found);
		return found;
	};
	const weighInto: Outlook['weighInto'] = (at, into, from) => {
		for (let place = 0; place < passing.length; place++)
			weighOnce(ground, passing[place] as Entry, at, into, from + place * meritsEach);
	};
	return {
		entries,
		choice,
		family,
		signature,
		weighOne: (place, at, into, from) => {
			const weigher = weighers[place] ?? weigherAt(place, at);
			weigher(at, into, from + place * meritsEach);
		},
		weighInto,
		sweep: (rows, starts, count, into) => {
			sweeping ??= sweepingOf(ground, passing, rows[0] as number, common.constants);
			sweeping(rows, starts, count, into);
		},
		weigh: (at) => {
			own ??= new Float64Array(passing.length * meritsEach);
			weighInto(at, own, 0);
			for (let place = 0; place < passing.length; place++) {
				const { weighed } = passing[place] as Entry;
				weighed.time = own[place * meritsEach] as number;
				weighed.age = own[place * meritsEach + 1] as number;
				weighed.dollars = withWork(
					own[place * meritsEach + 2] as number,
					own[place * meritsEach + 3] as number,
					hours[at] as number,
				);
			}
		},
		rank: (need, hour, merits, at, into) => {
			ranking ??= rankingOf(passing, choice, ways);
			ranking(need, hour, merits, at, into);
		},
		ways,
	};
}
