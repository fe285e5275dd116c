import { rangeText, spark } from '../../app/readiness/words.ts';
import type { ColumnReport } from '../../profiling/judging/column-report.ts';
import type { TableReport } from '../../profiling/judging/report.ts';
import { exactly, type Row, type Span, span } from '../rows.ts';
import type { Signs } from '../theme.ts';
import { meter } from './discovery.ts';

/** A cell of the table of columns, and from which width on there is room for it. */
interface Cell {
	readonly title: string;
	readonly from: number;
	readonly width: number;
	readonly of: (report: ColumnReport, width: number) => readonly Span[];
}

/** The columns of a table, each with small bars: how complete, how many values, how they lie. */
export function columnRows({ columns: all }: TableReport, columns: number, signs: Signs): readonly Row[] {
	const name = Math.min(28, Math.max(10, Math.floor(columns * 0.3)));
	const cells = cellsFor(name, signs).filter(({ from }) => columns >= from);
	const head = cells.map(({ title, width }) => span(`${exactly(title, width)} `, 'quiet'));
	return [head, ...all.map((report) => cells.flatMap(({ of, width }) => [...of(report, width), span(' ')]))];
}

const bar = 8;

const cellsFor = (name: number, signs: Signs): readonly Cell[] => [
	{
		title: 'column',
		from: 0,
		width: name,
		of: ({ column }, width) => [span(exactly(column.name, width))],
	},
	{ title: 'type', from: 60, width: 9, of: ({ column }, width) => [span(exactly(column.type, width), 'quiet')] },
	{
		title: 'present',
		from: 0,
		width: bar + 8,
		of: ({ complete }) => [
			span(meter(complete.value, bar, signs), 'bar'),
			span(exactly(percentOf(complete.value), 8, 'right'), complete.value < 0.95 ? 'warn' : 'plain'),
		],
	},
	{
		title: 'different',
		from: 50,
		width: 11,
		of: ({ distinct }, width) => [
			span(exactly(distinct === undefined ? '' : distinct.value.toLocaleString('en'), width, 'right')),
		],
	},
	{
		title: 'spread',
		from: 70,
		width: 10,
		of: ({ column }, width) => [
			span(exactly(spark((column.number?.bins ?? column.top ?? []).slice(0, width)), width), 'bar'),
		],
	},
	{
		title: 'range',
		from: 100,
		width: 36,
		of: ({ column }, width) => [span(exactly(rangeText(column), width), 'quiet')],
	},
];

/** Rounded towards the middle: what is not whole is not told as whole. */
const percentOf = (share: number): string => {
	const value = share * 100;
	return `${value === 100 || value === 0 ? value : Math.min(99.9, Math.max(0.1, Number(value.toFixed(1))))} %`;
};
