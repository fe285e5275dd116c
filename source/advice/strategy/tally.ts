import type { Family } from '../../facts/families.ts';
import type { Ground } from '../ground/ground.ts';
import { type KeyNumbers, keyNumbers } from '../ground/key-numbers.ts';
import { blankNeed, needReader } from '../ground/need.ts';
import type { Need } from '../routing/arrange.ts';
import { patternAt, wayAt } from '../routing/line-plan.ts';
import type { Outlook } from '../routing/outlook.ts';
import type { Pattern } from '../routing/patterns.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';
import type { Way } from '../routing/ways.ts';

/** Sources that share a pattern, take the same and need the same parts: how many they are. */
export interface Tally {
	readonly outlook: Outlook;
	readonly way: Way;
	/** What they need; its times are those of one of them. */
	readonly need: Need;
	count: number;
}

/** Counts the sources that have a route, in the order in which such first occur. */
export function tallied({ table, muster: { families } }: Ground, places: readonly PlannedPlace[]): readonly Tally[] {
	const all: Tally[] = [];
	const known = new Map<readonly Pattern[], Kinds>();
	const read = needReader(table);
	const need = blankNeed();
	for (const { rows, plan } of places) {
		const { patterns, ways } = plan;
		const own = known.get(patterns.all) ?? { numbers: keyNumbers(), tallies: [] };
		known.set(patterns.all, own);
		for (let index = 0; index < rows.length; index++) {
			const way = wayAt(plan, index);
			if (!way) continue;
			const row = rows[index] as number;
			read(row, families.all[families.of[row] as number] as Family, need);
			const key = ((patterns.of[index] as number) * most + (ways.of[index] as number)) * 32 + shapeOf(need);
			const number = own.numbers.of(key);
			const found = own.tallies[number];
			if (found) {
				found.count += 1;
				continue;
			}
			const { outlook } = patternAt(plan, index);
			const made = { outlook, way, need: { ...need }, count: 1 };
			own.tallies[number] = made;
			all.push(made);
		}
	}
	return all;
}

/** Tallies by the number of what their sources share. */
interface Kinds {
	readonly numbers: KeyNumbers;
	readonly tallies: Tally[];
}

/** More ways than there are. */
const most = 2 ** 20;

/** What is needed, whatever the times, as a number from 0 to 31. */
const shapeOf = ({ history, changes, train, computed = false, raw = false }: Need): number =>
	Number(history) + 2 * Number(changes) + 4 * Number(train) + 8 * Number(computed) + 16 * Number(raw);
