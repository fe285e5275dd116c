import type { Family } from '../../facts/families.ts';
import type { Ground } from '../ground/ground.ts';
import { expense, unweighed, weigh } from '../ground/kernel.ts';
import type { Entry } from './arrange.ts';
import { layLine, type PathOption } from './path-options.ts';

/** Every route the catalogue knows for a family, under every line that passes (or simply every line), weighed for a row. */
export function entriesFor(
	ground: Ground,
	row: number,
	family: Family,
	options: readonly PathOption[],
	every = false,
): readonly Entry[] {
	const routes = ground.routesOf(family);
	const lines = options.filter(({ weighed }) => every || weighed.outcome > 0);
	const entries: Entry[] = [];
	for (const route of routes) {
		if (!route.blueprint.line) entries.push({ route, weighed: unweighed() });
	}
	for (const option of lines) {
		for (const route of routes) if (route.blueprint.line) entries.push({ route, option, weighed: unweighed() });
	}
	weighEntries(ground, row, entries);
	return entries;
}

/** Weighs the entries anew for a row, those of one line after the other. A line that is not certain makes its routes uncertain. */
export function weighEntries(ground: Ground, row: number, entries: readonly Entry[]): void {
	let used: PathOption | undefined;
	for (const { route, option, weighed } of entries) {
		if (option && option !== used) {
			layLine(option, row);
			used = option;
		}
		weigh(route, row, option?.lead ?? 0, ground.money, weighed);
		if (option?.weighed.outcome === 1 && weighed.outcome === 2) weighed.outcome = 1;
	}
}

/** Prices the entries anew that pass, where nothing turned but what work and months cost. */
export function priceEntries({ money }: Ground, row: number, entries: readonly Entry[]): void {
	const [hour, months] = [money.hour.values[row] as number, money.months.values[row] as number];
	let used: PathOption | undefined;
	for (const { route, option, weighed } of entries) {
		if (weighed.outcome === 0) continue;
		if (option && option !== used) {
			layLine(option, row);
			used = option;
		}
		expense(route, row, hour, months, weighed);
	}
}
