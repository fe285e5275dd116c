import { once } from '../ground/once.ts';
import { type Choice, type Entry, type Need, orderOf } from './arrange.ts';
import { type Merits, meritsEach, withWork } from './merits.ts';
import { beyond, compareMissed } from './rank.ts';
import { all, both, carrierCode, changes, history, keep, serve, type Way, type Ways, waysOf } from './ways.ts';

/** What was found for a source. Mutable: it is written anew instead of making garbage. */
export interface Found {
	way: Way | undefined;
	late: number;
	stale: number;
	dollars: number;
}
export const nothingFound = (): Found => ({ way: undefined, late: 0, stale: 0, dollars: 0 });

/** Finds the best way for a need from the merits that begin at a place; `hour` is what an hour of work costs. */
export type Ranking = (need: Need, hour: number, merits: Merits, at: number, into: Found) => void;

/** A route to choose from, with the place of its merits among those of its outlook. */
interface Runner {
	readonly place: number;
	readonly outcome: number;
	readonly order: number;
}

/** Routes by what they carry. */
type Field = readonly [history: readonly Runner[], changes: readonly Runner[], both: readonly Runner[]];

/** A way that is looked at: carriers as numbers, 0 for none, and the score it comes to. */
interface Slot {
	found: boolean;
	outcome: number;
	late: number;
	stale: number;
	dollars: number;
	order: number;
	first: number;
	second: number;
	third: number;
}
const slot = (): Slot => ({
	found: false,
	outcome: 0,
	late: 0,
	stale: 0,
	dollars: 0,
	order: 0,
	first: 0,
	second: 0,
	third: 0,
});

/** Room for what is looked at while one ranking decides. */
const [kept, serving, copy, spare, other, joint] = [slot(), slot(), slot(), slot(), slot(), slot()];

/**
The same decisions as `arrange` makes where nobody chose anything, over routes that all pass and are weighed already. Nothing
is made while it decides, since it runs for every source. `entries` are those whose merits stand beside one another.
*/
export function rankingOf(entries: readonly Entry[], choice: Choice, ways: Ways = waysOf(entries)): Ranking {
	const runners = entries.map((entry, place) => ({ place, outcome: entry.weighed.outcome, order: orderOf(entry) }));
	const fieldOf = (some: readonly Entry[]) => once(() => fieldFrom(entries, runners, some));
	const open = fieldOf(choice.all);
	const keeping = choice.keeping === choice.all ? open : fieldOf(choice.keeping);
	const passing = fieldOf(choice.passing);
	const anyPassing = choice.passing.length > 0;
	const anyKeeping = choice.keeping.length > 0;
	let merits: Merits = new Float64Array();
	let at = 0;
	let deadline = 0;
	let hour = 0;

	/** The best single route of some for a part, if it beats what stands in the slot. */
	const better = (runners: readonly Runner[], part: number, age: number, purpose: number, into: Slot): void => {
		for (let index = 0; index < runners.length; index++) {
			const { place, outcome, order } = runners[index] as Runner;
			const base = at + place * meritsEach;
			const late = part === changes ? 0 : beyond(merits[base] as number, deadline);
			const stale = part === history ? 0 : beyond(merits[base + 1] as number, age);
			const dollars = withWork(merits[base + 2] as number, merits[base + 3] as number, hour);
			if (into.found && compare(outcome, late, stale, dollars, order, into) >= 0) continue;
			into.found = true;
			into.outcome = outcome;
			into.late = late;
			into.stale = stale;
			into.dollars = dollars;
			into.order = order;
			into.first = carrierCode(place, part, purpose);
			into.second = 0;
			into.third = 0;
		}
	};
	/** One route for all parts, or the best for the history with the best for the changes, whichever is better. */
	const cover = (field: Field, past: boolean, coming: boolean, age: number, purpose: number, into: Slot): void => {
		into.found = false;
		if (!coming || !past) {
			const part = coming ? changes : history;
			better(field[part] as readonly Runner[], part, age, purpose, into);
			better(field[both] as readonly Runner[], part, age, purpose, into);
			return;
		}
		better(field[both] as readonly Runner[], both, age, purpose, into);
		spare.found = false;
		other.found = false;
		better(field[history] as readonly Runner[], history, age, purpose, spare);
		better(field[changes] as readonly Runner[], changes, age, purpose, other);
		together(spare, other, joint);
		take(joint, into);
	};
	const tell = (found: Slot, into: Found): void => {
		into.way = found.found ? ways.of(found.first, found.second, found.third) : undefined;
		into.late = found.late;
		into.stale = found.stale;
		into.dollars = found.dollars;
	};
	return (need, rate, some, from, into) => {
		hour = rate;
		merits = some;
		at = from;
		deadline = need.deadline;
		const computed = need.computed === true && need.changes && anyPassing;
		if (!need.train && !computed) {
			cover(open(), need.history, need.changes, need.freshness, all, kept);
			tell(kept, into);
			return;
		}
		if (!need.train) {
			cover(passing(), false, true, need.freshness, need.raw === true ? serve : all, serving);
			if (need.raw === true) {
				cover(keeping(), false, true, need.copyAge, keep, copy);
				together(serving, copy, joint);
				if (joint.found) {
					tell(joint, into);
					return;
				}
				cover(passing(), false, true, need.freshness, all, serving);
			}
			tell(serving, into);
			return;
		}
		cover(keeping(), need.history, need.changes, need.freshness, all, kept);
		if (!need.changes || !anyPassing) {
			tell(kept, into);
			return;
		}
		cover(passing(), false, true, need.freshness, serve, serving);
		if (!serving.found) {
			tell(kept, into);
			return;
		}
		cover(keeping(), need.history, true, need.copyAge, keep, copy);
		together(serving, copy, joint);
		const best = computed ? joint : kept;
		if (!computed) take(joint, kept);
		// Nothing keeps a copy: better served without one than not at all.
		if (!anyKeeping) take(serving, best);
		if (computed && !best.found) tell(kept, into);
		else tell(best, into);
	};
}

/** Some of the entries by what they carry, in their order. */
function fieldFrom(entries: readonly Entry[], runners: readonly Runner[], some: readonly Entry[]): Field {
	const field = { history: [] as Runner[], changes: [] as Runner[], both: [] as Runner[] };
	let place = 0;
	for (const entry of some) {
		while (entries[place] !== entry) place++;
		field[entry.route.blueprint.carries].push(runners[place] as Runner);
	}
	return [field.history, field.changes, field.both];
}

/** As `compareScores`, without an object for the first. */
function compare(outcome: number, late: number, stale: number, dollars: number, order: number, b: Slot): number {
	if (outcome !== b.outcome) return b.outcome - outcome;
	const later = compareMissed(late, b.late);
	if (later !== 0) return later;
	const staler = compareMissed(stale, b.stale);
	if (staler !== 0) return staler;
	return dollars - b.dollars || order - b.order;
}

/** Two ways taken together, a of one carrier: as uncertain, late and stale as the worse, as dear as both. */
function together(a: Slot, b: Slot, into: Slot): void {
	into.found = a.found && b.found;
	if (!into.found) return;
	into.outcome = Math.min(a.outcome, b.outcome);
	into.late = Math.max(a.late, b.late);
	into.stale = Math.max(a.stale, b.stale);
	into.dollars = a.dollars + b.dollars;
	into.order = a.order + b.order;
	into.first = a.first;
	into.second = b.first;
	into.third = b.second;
}

/** Puts a way into a slot if it is better than what stands there. */
function take(a: Slot, into: Slot): void {
	if (!a.found) return;
	if (into.found && compare(a.outcome, a.late, a.stale, a.dollars, a.order, into) >= 0) return;
	into.found = true;
	into.outcome = a.outcome;
	into.late = a.late;
	into.stale = a.stale;
	into.dollars = a.dollars;
	into.order = a.order;
	into.first = a.first;
	into.second = a.second;
	into.third = a.third;
}
