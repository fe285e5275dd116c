import { clean } from '../../facts/clean.ts';
import type { ColumnReport } from '../../profiling/judging/column-report.ts';
import type { Share } from '../../profiling/judging/interval.ts';
import type { TableReport } from '../../profiling/judging/report.ts';
import { percent, type Verdict } from '../../profiling/judging/verdict.ts';
import { counted } from '../written.ts';

const order = { fail: 0, warn: 1, pass: 2 } as const;
export const bySeverity = (a: Verdict, b: Verdict): number => order[a.level] - order[b.level];

/** How many rows were looked at, of how many. */
export function sampleText({ rows, population, whole, format, engine, files }: TableReport['figures']): string {
	const many = (count: number) => count.toLocaleString('en-US');
	const of = whole
		? `all ${many(rows)} rows`
		: population === undefined
			? `${many(rows)} rows`
			: `${many(rows)} of about ${many(population)} rows`;
	const from =
		files === undefined
			? ''
			: ` in ${files.read === files.count ? counted(files.count, 'file') : `${files.read} of ${many(files.count)} files`}`;
	return `${format}, ${of}${from}, counted by ${engine}`;
}

export const verdictText = ({ column, gate, says, unsure }: Verdict): string =>
	clean(
		`${column === undefined ? gate : `${column} (${gate})`}: ${says}${unsure ? '; more rows could change that' : ''}`,
	);

const blocks = '▁▂▃▄▅▆▇█';
/** A histogram in one line; nothing where there are no bins. */
export const spark = (bins: readonly number[]): string => {
	const most = Math.max(1, ...bins);
	return bins
		.map((count) => (count === 0 ? ' ' : (blocks[Math.min(7, Math.floor((count / most) * 7.99))] ?? ' ')))
		.join('');
};

/** The range and the histogram of a column in one line. */
export const spreadText = (column: ColumnReport['column']): string =>
	[rangeText(column), spark(column.number?.bins ?? [])].filter((part) => part !== '').join('  ');

export function rangeText({ number, time, length }: ColumnReport['column']): string {
	if (number !== undefined) return `${number.low} to ${number.high}`;
	if (time !== undefined) return `${time.low.slice(0, 10)} to ${time.high.slice(0, 10)}`;
	return length === undefined ? '' : `${length.low} to ${length.high} characters`;
}

/** A share with its interval, if it has one. */
export const shareText = ({ value, low, high, of }: Share): string =>
	of === 0 ? '' : low === high ? percent(value) : `${percent(value)} (${percent(low)} to ${percent(high)})`;
