import { paragraph, type Row, row, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import { fieldRow } from './answer.ts';
import { faultRows } from './fault.ts';

/** The file with answers that is being named, and why the last one could not be read. */
export function formFileRows(ui: Ui, columns: number): readonly Row[] {
	if (ui.over?.kind !== 'form') return [];
	const { path, fault } = ui.over;
	return [
		row(span('Answers from a file', 'heading')),
		fieldRow(path, columns, ui.signs),
		...faultRows(fault, columns, span(`${ui.signs.caution} `, 'warn')),
		...paragraph(
			'A form that its owner filled in, or answers as YAML. What it says holds over what was said before, and the decision record names who said it.',
			columns,
			'',
			'quiet',
		),
		...paragraph('`headwater questions --for NAME -o form.md` writes such a form.', columns, '', 'quiet'),
	];
}
