import { minuteOf, rounded, roundedDown, roundedUp } from '../counting/rounding.ts';
import type { ColumnFigures, TableFigures } from '../figures.ts';
import { type Asked, countQuery, each, leading, thinning } from './count-sql.ts';
import type { Engine } from './duckdb.ts';
import { type Relation, relationSql } from './relation.ts';

/** The figures of a sample with everything that can be counted over all rows counted there. Rejects if the engine cannot read the files. */
export async function countExactly(sampled: TableFigures, relation: Relation, engine: Engine): Promise<TableFigures> {
	const from = relationSql(relation);
	const written = relation.format !== 'parquet';
	const flat = sampled.columns.filter(({ name, rows }) => rows > 0 && (written || !name.includes('.')));
	const query = countQuery(flat, from, written);
	const answer = await engine.row(query.sql);
	const numbers = answer.map((value) =>
		typeof value === 'bigint' || typeof value === 'number' ? Number(value) : undefined,
	);
	const [rows = 0, thinRows = 0, thinDistinct = 0] = numbers;
	const counted = new Map(
		query.asked.map((one, index) => {
			const at = leading + index * each;
			return [one.column.name, figuresOf(one, numbers.slice(at, at + each), rows)];
		}),
	);
	return {
		...sampled,
		engine: 'duckdb',
		rows,
		population: rows,
		whole: true,
		duplicates: thinRows === 0 ? 0 : Math.round(((thinRows - thinDistinct) / thinRows) * rows),
		duplicatesError: thinDistinct === 0 ? 0 : rounded(2.58 / Math.sqrt(thinDistinct)),
		columns: sampled.columns.map((column) => counted.get(column.name) ?? column),
	};
}

function figuresOf(
	{ column, thinned }: Asked,
	[missing = 0, fitting, low, high, mean, deviation, different = 0, those = 0]: readonly (number | undefined)[],
	rows: number,
): ColumnFigures {
	const { spread: _, top, entropy, number, time, length, ...kept } = column;
	const distinct = thinned ? different * thinning : different;
	const base = {
		...kept,
		rows,
		missing,
		fitting: fitting ?? rows - missing,
		distinct,
		// At least so many: a value that comes again takes one of them away, however often it does.
		single: Math.max(0, distinct - (those - different) * (thinned ? thinning : 1)),
		distinctError: thinned && different > 0 ? rounded(2.58 / Math.sqrt(different)) : 0,
	};
	const ranged = low !== undefined && high !== undefined;
	if (number !== undefined && ranged) {
		return {
			...base,
			...scaled(top, column, rows - missing, entropy),
			number: {
				...number,
				low: roundedDown(low),
				high: roundedUp(high),
				mean: rounded(mean ?? 0),
				deviation: rounded(deviation ?? 0),
			},
		};
	}
	if (time !== undefined && ranged) {
		const clocked = time.clocked === 0 ? 0 : base.fitting;
		const zoned = { zoned: mean ?? 0, clocked };
		return {
			...base,
			time: { low: minuteOf(low, 'down'), high: minuteOf(high, 'up'), zoned: zoned.zoned, clocked: zoned.clocked },
		};
	}
	return {
		...base,
		...scaled(top, column, rows - missing, entropy),
		...(length !== undefined && ranged ? { length: { low, high, mean: rounded(mean ?? 0) } } : {}),
	};
}

/** Counts of the most frequent values of the sample, as many as they would be in all rows. */
function scaled(
	top: readonly number[] | undefined,
	{ rows, missing }: ColumnFigures,
	present: number,
	entropy: number | undefined,
) {
	if (top === undefined || rows === missing) return {};
	const times = present / (rows - missing);
	return { top: top.map((count) => Math.round(count * times)), ...(entropy === undefined ? {} : { entropy }) };
}
