import type { ColumnFigures, ColumnType, NumberFigures, Spread, TimeFigures } from '../figures.ts';
import type { ColumnTally } from './column-tally.ts';
import { minuteOf, rounded, roundedDown, roundedUp } from './rounding.ts';
import { spreadOf } from './spread.ts';
import type { TableTally } from './table-tally.ts';

/** Share of present values from which a column is of a type at all; the rest is then invalid. */
const mostly = 0.8;

/** The type of a column and how many of its present values are of it. */
export function typeOf({ kinds, present }: Pick<ColumnTally, 'kinds' | 'present'>): {
	type: ColumnType;
	fitting: number;
} {
	if (present === 0) return { type: 'empty', fitting: 0 };
	const numeric = kinds.integer + kinds.decimal;
	const timed = kinds.timestamp + kinds.date;
	const whole: readonly (readonly [ColumnType, number])[] = [
		[kinds.decimal > 0 ? 'decimal' : 'integer', numeric],
		[kinds.timestamp > 0 ? 'timestamp' : 'date', timed],
		['boolean', kinds.boolean],
		['list', kinds.list],
		['record', kinds.record],
		['binary', kinds.binary],
	];
	const [type, fitting] = whole.toSorted((a, b) => b[1] - a[1])[0] as readonly [ColumnType, number];
	return fitting >= mostly * present ? { type, fitting } : { type: 'text', fitting: present };
}

/** The values of the kept rows of a column, `NaN` where it is missing. */
export function keptOf(column: ColumnTally, table: TableTally): { values: Float64Array; measured: Uint8Array } {
	const by = table.keptRows();
	const filled = Math.min(by.length, table.rows());
	const values = new Float64Array(filled);
	for (let slot = 0; slot < filled; slot += 1) {
		values[slot] = column.writtenBy[slot] === by[slot] ? (column.kept[slot] as number) : Number.NaN;
	}
	return { values, measured: column.measured };
}

/** What was counted of a column as figures. `whole`: every row was read, so that nothing is spread over pieces. */
export function columnFigures(column: ColumnTally, table: TableTally, whole: boolean): ColumnFigures {
	const { type, fitting } = typeOf(column);
	const { distinct, single, error } = column.values.figures();
	const counts = column.values.counts();
	const rows = table.rows();
	const isNumber = type === 'integer' || type === 'decimal';
	const isTime = type === 'timestamp' || type === 'date';
	const spread = whole ? undefined : spreadFigures(column, table, type);
	return {
		name: column.name,
		type,
		rows,
		missing: rows - column.present,
		fitting,
		distinct,
		single,
		distinctError: rounded(error),
		...(isNumber && column.numbers.count > 0 ? { number: numberFigures(column, table) } : {}),
		...(isTime && column.times.count > 0 ? { time: timeFigures(column) } : {}),
		...(type === 'text' && column.lengths.count > 0 ? { length: lengthFigures(column) } : {}),
		...(counts === undefined ? {} : { top: counts.slice(0, 10), entropy: entropyOf(counts) }),
		forms: formsOf(column, type),
		personal: { ...column.personal },
		classed: column.classed,
		...(spread === undefined ? {} : { spread }),
	};
}

function numberFigures(column: ColumnTally, table: TableTally): NumberFigures {
	const { values, measured } = keptOf(column, table);
	const known = values.filter((value, slot) => !Number.isNaN(value) && measured[slot] === 1).toSorted();
	const { low, high, mean } = column.numbers;
	const bins = new Array<number>(10).fill(0);
	const width = (high - low) / bins.length || 1;
	for (const value of known) {
		const bin = Math.min(bins.length - 1, Math.floor((value - low) / width));
		bins[bin] = (bins[bin] ?? 0) + 1;
	}
	return {
		low: roundedDown(low),
		high: roundedUp(high),
		mean: rounded(mean),
		deviation: rounded(column.numbers.deviation()),
		quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => rounded(quantile(known, share))),
		bins,
	};
}

function quantile(sorted: ArrayLike<number>, share: number): number {
	if (sorted.length === 0) return Number.NaN;
	const place = share * (sorted.length - 1);
	const below = sorted[Math.floor(place)] as number;
	return below + (place % 1) * ((sorted[Math.ceil(place)] as number) - below);
}

const timeFigures = ({ times, zoned, clocked }: ColumnTally): TimeFigures => ({
	low: minuteOf(times.low, 'down'),
	high: minuteOf(times.high, 'up'),
	zoned,
	clocked,
});

const lengthFigures = ({ lengths: { low, high, mean } }: ColumnTally) => ({ low, high, mean: rounded(mean) });

function entropyOf(counts: readonly number[]): number {
	const total = counts.reduce((sum, count) => sum + count, 0);
	return rounded(counts.reduce((bits, count) => bits - (count / total) * Math.log2(count / total), 0) || 0);
}

const timeName = /time|date|(?:^|_)(?:ts|at|on|epoch)$|timestamp|created|updated|modified/i;
/** 2000-01-01 to 2040-01-01 in seconds. */
const [oldest, newest] = [946_684_800, 2_208_988_800];

/** Forms of texts, and whole numbers that are a time since 1970 by their size and name. */
function formsOf({ name, forms, numbers }: ColumnTally, type: ColumnType): Readonly<Record<string, number>> {
	if (type !== 'integer' || !timeName.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'))) return { ...forms };
	for (const [unit, times] of [
		['seconds', 1],
		['milliseconds', 1e3],
		['microseconds', 1e6],
	] as const) {
		if (numbers.low >= oldest * times && numbers.high <= newest * times) return { [`epoch ${unit}`]: numbers.count };
	}
	return { ...forms };
}

function spreadFigures(column: ColumnTally, table: TableTally, type: ColumnType): Spread | undefined {
	const { pieces } = table;
	if (pieces.length < 2) return undefined;
	const present = pieces.map((_, piece) => column.presentIn[piece] ?? 0);
	const text = pieces.map((_, piece) => column.textIn[piece] ?? 0);
	return {
		pieces: pieces.length,
		missing: rounded(spreadOf(present, pieces)),
		fitting: type === 'text' ? 1 : rounded(spreadOf(text, present)),
	};
}
