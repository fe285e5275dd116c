import { columnOf, type NumberColumn } from '../../rules/table.ts';
import { moneyFacts } from '../ground/kernel.ts';
import { needFacts } from '../ground/need.ts';
import type { Relaid } from '../ground/relay.ts';
import { type Merits, meritsEach } from './merits.ts';

/** Whether what is best for a row, whose merits stand between two places, is so whatever changed. */
type Still = (row: number, merits: Merits, at: number, end: number) => boolean;

/** Facts that say only how late and how old data may be. */
const limits: ReadonlySet<string> = new Set(['deadline', 'freshness', 'retraining']);

/**
Where nothing changed but how late and how old data may be, and no route of a source misses either, by what was wanted or by what
is, nothing is late or stale and the cheapest stays the cheapest. Undefined where more changed that is ranked by.
*/
export function stillReader(relaid: Relaid): Still | undefined {
	const changed = [...needFacts, ...moneyFacts].filter((fact) => relaid.revalued.has(fact));
	if (changed.some((fact) => !limits.has(fact))) return undefined;
	const times = changed.includes('deadline') ? least(relaid, 'deadline') : undefined;
	// A copy may be older than what is fresh, never younger.
	const ages = changed.some((fact) => fact !== 'deadline') ? least(relaid, 'freshness') : undefined;
	return (row, merits, at, end) =>
		(!times || isWithin(merits, at, end, times(row))) && (!ages || isWithin(merits, at + 1, end, ages(row)));
}

/** Whether one of the merits of every route is known and at most so much. */
function isWithin(merits: Merits, from: number, end: number, limit: number): boolean {
	for (let at = from; at < end; at += meritsEach) if (!((merits[at] as number) <= limit)) return false;
	return true;
}

/** The less of what was wanted of a row and what is. */
function least({ before, ground }: Relaid, fact: string): (row: number) => number {
	const [was, is] = [before, ground.table].map((table) => (columnOf(table, fact) as NumberColumn).values);
	return (row) => Math.min(was?.[row] as number, is?.[row] as number);
}
