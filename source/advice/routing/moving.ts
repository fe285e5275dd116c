import type { Entry } from './arrange.ts';
import { type Merits, meritsEach } from './merits.ts';
import type { Outlook } from './outlook.ts';

/** How the merits of a source come from those it had. */
export interface Move {
	/** For each route that passes the place that it had among those that passed, or -1 where it is weighed. */
	readonly from: Int32Array;
	/** The routes come out as they did. */
	readonly isSame: boolean;
	/** Any route is weighed. */
	readonly weighs: boolean;
}

/** From an outlook to one of another ground over the same routes. `isTurned`: a route may come to something else. */
export function moveBetween(before: Outlook, after: Outlook, isTurned: (entry: Entry) => boolean): Move {
	const from = new Int32Array(after.choice.all.length);
	let [was, is] = [0, 0];
	for (let index = 0; index < after.entries.length; index++) {
		const passed = (before.entries[index] as Entry).weighed.outcome > 0;
		const entry = after.entries[index] as Entry;
		if (entry.weighed.outcome > 0) from[is++] = passed && !isTurned(entry) ? was : -1;
		if (passed) was++;
	}
	return { from, isSame: before.signature === after.signature, weighs: from.includes(-1) };
}

/** Merits of a source and where they begin. */
interface Held {
	readonly merits: Merits;
	readonly at: number;
}

/** Writes the merits of a row, over whose path facts the line is laid. */
export function moveMerits({ weighOne }: Outlook, { from }: Move, row: number, old: Held, into: Held): void {
	for (let place = 0; place < from.length; place++) {
		const was = from[place] as number;
		if (was < 0) weighOne(place, row, into.merits, into.at);
		else copyMerits(old, was * meritsEach, into, place * meritsEach, meritsEach);
	}
}

/** Copies so many numbers from where the old merits begin to where the new ones do. */
export const copy = (old: Held, into: Held, many: number): void => copyMerits(old, 0, into, 0, many);

function copyMerits(old: Held, from: number, into: Held, to: number, many: number): void {
	const [source, target] = [old.at + from, into.at + to];
	for (let index = 0; index < many; index++) into.merits[target + index] = old.merits[source + index] as number;
}
