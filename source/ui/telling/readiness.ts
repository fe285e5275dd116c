import { roundedAmount } from '../../facts/amount-text.ts';
import type { ReadinessView } from '../readiness-view.ts';
import { blank, paragraph, type Row, row, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import { reportsOf } from '../under.ts';
import { count, time } from './amounts.ts';
import { fieldRow } from './answer.ts';
import { meter, type Tick } from './discovery.ts';
import { faultRows } from './fault.ts';
import { reportRows } from './report.ts';

/** What is said of the readiness of the chosen sources: the question whether samples may be read, how far it is, or the report. */
export function readinessRows(
	ui: Ui,
	view: ReadinessView,
	columns: number,
	tick: Tick = { frame: 0, time: 0 },
): readonly Row[] {
	if (ui.sampling?.running) return readingRows(ui, columns, tick);
	if (view.asking) return consentRows(ui, view, columns);
	const named =
		view.typing === undefined
			? []
			: [
					row(span('Write the report to', 'heading')),
					fieldRow(view.file, columns, ui.signs),
					...paragraph('A name with .md, .html or .json is one file; without, all three.', columns, '  ', 'quiet'),
					blank,
				];
	return [...named, ...reportsOf(ui).flatMap((report) => reportRows(ui, report, columns))];
}

/** What would be read and what it costs, before anything is. */
function consentRows({ signs }: Ui, { offer, fault, target, typing }: ReadinessView, columns: number): readonly Row[] {
	if (fault) return faultRows(fault, columns, span(`${signs.failed} `, 'bad'));
	if (!offer) return [row(span('One moment.', 'quiet'))];
	const unable = offer.unable.flatMap((why) => paragraph(why, columns, span(`${signs.caution} `, 'warn')));
	if (offer.about.length === 0) return unable;
	return [
		...(typing ? [...fieldRows('The column that a model shall predict', target, columns, signs), blank] : []),
		...[offer.consent.whom, offer.consent.most].flatMap((line) => paragraph(line, columns)),
		...offer.consent.each.flatMap((line) => paragraph(line, columns, '  ')),
		...paragraph(offer.consent.promise, columns),
		...unable,
		blank,
		...(typing ? [] : paragraph(targetText(target.text), columns, '', 'quiet')),
		...paragraph('Nothing has been read. "yes" (y) has this read, "back" (esc) leaves it.', columns, '', 'strong'),
	];
}

const targetText = (name: string): string =>
	name.trim() === ''
		? 'No target column; t names the one that a model shall predict.'
		: `Target column: ${name.trim()}. t names another.`;

const fieldRows = (
	title: string,
	field: ReadinessView['target'],
	columns: number,
	signs: Ui['signs'],
): readonly Row[] => [row(span(title, 'heading')), fieldRow(field, columns, signs)];

/** How far the reading is. */
function readingRows({ sampling, signs, at }: Ui, columns: number, { frame }: Tick): readonly Row[] {
	const { sampled, startedAt = 0 } = sampling ?? {};
	const wide = Math.min(30, columns - 14);
	const spent = Math.max(0, (Date.parse(at) - startedAt) / 1000);
	return [
		row(
			span(`${signs.spinner[frame % signs.spinner.length]} `, 'bar'),
			span('Reading samples', 'strong'),
			span(spent >= 1 ? `  ${time(Math.floor(spent))}` : '', 'quiet'),
		),
		...(sampled
			? [
					row(
						span(meter(sampled.done / Math.max(1, sampled.of), wide, signs), 'bar'),
						span(` ${sampled.done} of ${count(sampled.of, 'source')}`),
					),
					...paragraph(sampled.title, columns, '', 'quiet'),
					row(`${roundedAmount('bytes', sampled.bytes)}, ${count(sampled.rows, 'row')}`),
				]
			: []),
		blank,
		...paragraph(
			'"stop" (x) takes what was read until then; "back" (esc) shows the sources meanwhile.',
			columns,
			'',
			'quiet',
		),
	];
}
