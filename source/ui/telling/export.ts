import type { ExportReport } from '../../app/exporting/export-plan.ts';
import type { Verdict } from '../../app/exporting/verdicts.ts';
import { blank, paragraph, type Row, row, section, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import type { Role, Signs } from '../theme.ts';
import { count } from './amounts.ts';
import { fieldRow } from './answer.ts';
import { faultRows } from './fault.ts';

/** Where the export goes, what is or would be written, and the commands that do the same without the screen. */
export function exportRows(ui: Ui, columns: number): readonly Row[] {
	const { folder, typing, busy, report, fault } = ui.views.export;
	const where = typing === undefined ? row('  ', span(folder.text, 'strong')) : fieldRow(folder, columns, ui.signs);
	const trouble = fault && [...faultRows(fault, columns, span(`${ui.signs.failed} `, 'bad')), blank];
	const verdicts = trouble || !report ? [] : report.verdicts;
	return [
		row(span('Folder', 'heading')),
		where,
		blank,
		...(busy ? [row(span('One moment.', 'quiet')), blank] : []),
		...(trouble ?? []),
		...(report && !trouble ? outcome(report, columns, ui.signs) : []),
		...section('The same without this screen', commandRows(ui, columns)),
		...section(
			report?.dryRun ? 'Files, none of them written yet' : 'Files',
			verdicts.map(({ path, action }) => row(span(`  ${action.padEnd(11)} `, tones[action]), path)),
		),
	];
}

function outcome({ verdicts, dryRun }: ExportReport, columns: number, signs: Signs): readonly Row[] {
	const written = verdicts.filter(({ action }) => action !== 'unchanged' && action !== 'kept').length;
	const of = `${written} of ${count(verdicts.length, 'file')}`;
	const edited = verdicts.filter(({ action }) => action === 'kept' || action === 'put beside').length;
	const head = dryRun
		? row(span(written === 0 ? 'Nothing has changed since the last export.' : `Enter writes ${of}.`, 'strong'))
		: row(span(`${signs.done} ${of} ${written === 1 ? 'is' : 'are'} written.`, 'good'));
	const kept = edited > 0 ? ` ${count(edited, 'file')} edited by hand ${edited === 1 ? 'stays' : 'stay'}.` : '';
	return [head, ...paragraph(`Nothing is deployed.${kept}`, columns, '', 'quiet'), blank];
}

const tones: Readonly<Record<Verdict['action'], Role>> = {
	created: 'good',
	updated: 'good',
	unchanged: 'quiet',
	kept: 'said',
	'put beside': 'warn',
	overwritten: 'warn',
	removed: 'warn',
	left: 'said',
};

/** The commands that repeat the session from its documents. */
function commandsOf(ui: Ui): readonly string[] {
	const { session, views } = ui;
	if (!session) return [];
	const quoted = (path: string): string => (/^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
	const documents = `--estate ${quoted(`${session.id}/estate.json`)} --answers ${quoted(`${session.id}/answers.yaml`)}`;
	return [
		`headwater plan ${documents} -o plan.json`,
		`headwater export plan.json -o ${quoted(views.export.folder.text.trim() || 'pipeline')}`,
	];
}

const commandRows = (ui: Ui, columns: number): readonly Row[] =>
	commandsOf(ui).flatMap((command) => paragraph(command, columns, '  '));
