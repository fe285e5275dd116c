import { clean } from '../../facts/clean.ts';
import type { ColumnReport } from '../../profiling/judging/column-report.ts';
import type { Readiness, TableReport } from '../../profiling/judging/report.ts';
import { percent } from '../../profiling/judging/verdict.ts';
import { textWidth, wrap } from '../wrap.ts';
import { counted } from '../written.ts';
import { bySeverity, sampleText, spreadText, verdictText } from './words.ts';

/** The report for a terminal: what failed and what is to be looked at, then the columns in a line each. */
export function reportText({ sources }: Readiness, columns: number): string {
	const width = textWidth(columns);
	const parts = sources.flatMap(({ title, tables, unread }) => [
		'',
		clean(title).toUpperCase(),
		...unread.flatMap((why) => wrap(`Not read: ${why}`, { width, rest: '  ' })),
		...tables.flatMap((table) => tableLines(table, width)),
	]);
	return `${parts.join('\n').trim()}\n`;
}

function tableLines({ figures, columns, verdicts }: TableReport, width: number): readonly string[] {
	const marks = { fail: '✗', warn: '!', pass: '✓' } as const;
	const told = verdicts.filter(({ level }) => level !== 'pass').toSorted(bySeverity);
	const passed = verdicts.length - told.length;
	return [
		'',
		...wrap(`${figures.name}: ${sampleText(figures)}`, { width, rest: '  ' }),
		...told.flatMap((verdict) =>
			wrap(`${verdictText(verdict)}${verdict.remedy === undefined ? '' : `; ${verdict.remedy}`}`, {
				width,
				first: `  ${marks[verdict.level]} `,
				rest: '    ',
			}),
		),
		...(passed > 0 ? [`  ${marks.pass} ${counted(passed, 'gate')} passed`] : []),
		...columns.map((column) => `    ${columnLine(column)}`.slice(0, width)),
	];
}

function columnLine({ column, complete, distinct }: ColumnReport): string {
	const bar = '█'.repeat(Math.round(complete.value * 8)).padEnd(8, '░');
	return [
		clean(column.name).slice(0, 24).padEnd(24),
		column.type.padEnd(9),
		bar,
		percent(complete.value).padStart(7),
		`${distinct === undefined ? '' : distinct.value.toLocaleString('en-US')} different`.padStart(20),
		spreadText(column),
	]
		.join('  ')
		.trimEnd();
}
