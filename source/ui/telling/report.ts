import { bySeverity, sampleText, spark, verdictText } from '../../app/readiness/words.ts';
import { facts } from '../../facts/index.ts';
import { printValue } from '../../facts/quantity-text.ts';
import type { SourceReport, TableReport } from '../../profiling/judging/report.ts';
import type { Verdict } from '../../profiling/judging/verdict.ts';
import { blank, paragraph, type Row, row, section, span } from '../rows.ts';
import { documentsOf, type Ui } from '../state.ts';
import type { Role, Signs } from '../theme.ts';
import { count } from './amounts.ts';
import { meter } from './discovery.ts';
import { columnRows } from './report-columns.ts';

/** The report of a source: what decides, the columns, keys and times, files, what passed, and what the plan takes from it. */
export function reportRows(ui: Ui, report: SourceReport, columns: number): readonly Row[] {
	return [
		...paragraph(report.title, columns, '', 'heading'),
		...paragraph(
			`Read ${report.at.slice(0, 16).replace('T', ' ')} UTC. Values were counted, not kept.`,
			columns,
			'',
			'quiet',
		),
		...report.unread.flatMap((why) => paragraph(`Not read: ${why}`, columns, span(`${ui.signs.failed} `, 'bad'))),
		blank,
		...report.tables.flatMap((table) => tableRows(table, columns, ui.signs)),
		...section('The plan takes from it, as measured', factRows(ui, report, columns)),
	];
}

function tableRows(table: TableReport, columns: number, signs: Signs): readonly Row[] {
	const { figures, verdicts } = table;
	const told = verdicts.toSorted(bySeverity);
	const decisive = told.filter(({ level }) => level !== 'pass');
	return [
		...paragraph(`${figures.name}: ${sampleText(figures)}`, columns, '', 'strong'),
		...balanceRows(told, signs, columns),
		blank,
		...section(
			'Look at',
			decisive.flatMap((verdict) => verdictRows(verdict, columns, signs)),
		),
		...section('Columns', columnRows(table, columns, signs)),
		...section('Keys, time and files', roleRows(table, columns)),
		...section(
			'Passed',
			told.filter(({ level }) => level === 'pass').flatMap((verdict) => verdictRows(verdict, columns, signs)),
		),
	];
}

const looks = {
	fail: { sign: 'failed', role: 'bad', word: 'not fit' },
	warn: { sign: 'caution', role: 'warn', word: 'to look at' },
	pass: { sign: 'done', role: 'good', word: 'passed' },
} as const satisfies Record<
	Verdict['level'],
	{ readonly sign: keyof Signs; readonly role: Role; readonly word: string }
>;

/** How many gates failed, want a look and passed, as a bar and in words. */
function balanceRows(verdicts: readonly Verdict[], signs: Signs, columns: number): readonly Row[] {
	const levels = Object.keys(looks) as Verdict['level'][];
	const counts = levels.map((level) => verdicts.filter((verdict) => verdict.level === level).length);
	const words = levels.flatMap((level, index) => [
		span(`${signs[looks[level].sign]} ${counts[index]} ${looks[level].word}  `, looks[level].role),
	]);
	const wide = Math.min(20, columns - 45);
	if (wide < 8 || verdicts.length === 0) return [row(...words)];
	return [row(...words, span(meter((counts[2] ?? 0) / verdicts.length, wide, signs), 'bar'))];
}

const verdictRows = (verdict: Verdict, columns: number, signs: Signs): readonly Row[] => {
	const { sign, role } = looks[verdict.level];
	return [
		...paragraph(verdictText(verdict), columns, span(`${signs[sign]} `, role)),
		...(verdict.remedy === undefined ? [] : paragraph(verdict.remedy, columns, '  ', 'quiet')),
	];
};

const keysText = ({ roles, figures: { together = [] } }: TableReport): string =>
	(roles.keys.length > 0 ? roles.keys : together.map((key) => key.columns.join(' with '))).join(', ') || 'none';

function roleRows(table: TableReport, columns: number): readonly Row[] {
	const { roles, figures, verdicts } = table;
	const fresh = verdicts.find(({ gate }) => gate === 'timeliness');
	const files = figures.files;
	const lines = [
		`Key candidates: ${keysText(table)}`,
		`Event time: ${roles.eventTime ?? 'none'}${fresh ? `; ${fresh.says}` : ''}`,
		...(roles.changed === undefined ? [] : [`Last change of a row: ${roles.changed}`]),
	];
	const [first = 0] = files?.histogram[0] ?? [];
	const [last = 0] = files?.histogram.at(-1) ?? [];
	const bins = new Map(files?.histogram);
	const sizes = Array.from({ length: files ? last - first + 1 : 0 }, (_, index) => bins.get(first + index) ?? 0);
	return [
		...lines.flatMap((line) => paragraph(line, columns, '  ')),
		...(files ? [row(`  ${count(files.count, 'file')}, by size `, span(spark(sizes), 'bar'))] : []),
	];
}

/** The facts of the source that this reading measured. */
function factRows(ui: Ui, { source, at }: SourceReport, columns: number): readonly Row[] {
	const found = documentsOf(ui)?.estate.sources.find(({ id }) => id === source);
	return Object.entries(found?.facts ?? {}).flatMap(([fact, known]) => {
		const form = facts[fact as keyof typeof facts];
		if (!form || known.at !== at || known.from !== 'measured' || fact === 'quality.rules') return [];
		return paragraph(`${form.title}: ${printValue(form, known.value)} (${known.evidence})`, columns, '  ');
	});
}
