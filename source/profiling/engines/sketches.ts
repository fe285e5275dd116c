import type { TableFigures } from '../figures.ts';
import { isReferable, type Sketch } from '../references.ts';
import { type Engine, nameIn } from './duckdb.ts';
import { type Relation, relationSql } from './relation.ts';

/** Columns of one table whose values are kept by their hash, and how many of them. */
const mostColumns = 4;
const mostValues = 50_000;
/** Of the 64 bits of a hash those that a number holds. */
const whole = 2n ** 53n - 1n;

/** The different values of columns that may be keys or name them, by the hash of the engine: all, or an even part where there are many. */
export async function sketchesOf(
	{ columns }: TableFigures,
	relation: Relation,
	engine: Engine,
): Promise<ReadonlyMap<string, Sketch>> {
	const found = new Map<string, Sketch>();
	for (const { name, distinct = 0 } of columns.filter(isReferable).slice(0, mostColumns)) {
		const level = 2 ** Math.max(0, Math.ceil(Math.log2(distinct / mostValues)));
		const hash = `hash(CAST(${nameIn(name)} AS VARCHAR)) & ${whole}`;
		const rows = await engine.rows(
			`SELECT DISTINCT h FROM (SELECT ${hash} AS h FROM ${relationSql(relation)} WHERE ${nameIn(name)} IS NOT NULL) WHERE h % ${level} = 0`,
		);
		found.set(name, { by: 'duckdb', level, hashes: new Set(rows.map(([value]) => Number(value))) });
	}
	return found;
}
