import { markdownTable, markdownText } from '../../export/languages/markdown.ts';
import type { ColumnReport } from '../../profiling/judging/column-report.ts';
import { dqdlOf } from '../../profiling/judging/quality-rules.ts';
import type { Readiness, TableReport } from '../../profiling/judging/report.ts';
import { bySeverity, sampleText, shareText, spreadText } from './words.ts';

const marks = { fail: '❌', warn: '⚠️', pass: '✅' } as const;

/** The report as Markdown. */
export function readinessMarkdown({ sources, madeBy }: Readiness): string {
	const parts = sources.flatMap(({ title, at, tables, unread }) => [
		`## ${markdownText(title)}`,
		'',
		`Read ${markdownText(at)}. Intervals hold the truth in 99 of 100 samples. Values were counted, not kept.`,
		'',
		...unread.map((why) => `- Not read: ${markdownText(why)}`),
		...(unread.length > 0 ? [''] : []),
		...tables.flatMap(tableParts),
	]);
	return `${['# Readiness', '', `Made by ${markdownText(madeBy)}.`, '', ...parts].join('\n').trimEnd()}\n`;
}

function ruleParts(table: TableReport): readonly string[] {
	const { critical, warning } = dqdlOf(table);
	const part = (title: string, rules: string): readonly string[] =>
		rules === '' ? [] : [`${title}:`, '', ...rules.split('\n').map((line) => `    ${line}`), ''];
	return [
		...part('Data quality rules that stop a run (DQDL)', critical),
		...part('Data quality rules that measure (DQDL)', warning),
	];
}

const tableParts = (table: TableReport): readonly string[] => [
	`### ${markdownText(table.figures.name)}`,
	'',
	`${markdownText(sampleText(table.figures))}.`,
	'',
	...markdownTable(
		['', 'gate', 'column', 'what decided', 'what to do'],
		table.verdicts
			.toSorted(bySeverity)
			.map(({ level, gate, column = '', says, remedy = '', unsure }) => [
				marks[level],
				gate,
				markdownText(column),
				`${markdownText(says)}${unsure ? ' (more rows could change that)' : ''}`,
				markdownText(remedy),
			]),
	),
	...markdownTable(
		['column', 'type', 'rows', 'present', 'valid', 'different', 'range', 'most frequent, rows'],
		table.columns.map(columnCells),
	),
	...ruleParts(table),
];

function columnCells({ column, complete, valid, distinct }: ColumnReport): readonly string[] {
	const many = (count: number) => count.toLocaleString('en-US');
	const different =
		distinct === undefined
			? ''
			: distinct.low === distinct.high
				? many(distinct.value)
				: `${many(distinct.value)} (${many(distinct.low)} to ${many(distinct.high)})`;
	return [
		markdownText(column.name),
		column.type,
		many(column.rows),
		shareText(complete),
		shareText(valid),
		different,
		markdownText(spreadText(column)),
		(column.top ?? []).slice(0, 5).map(many).join(', '),
	];
}
