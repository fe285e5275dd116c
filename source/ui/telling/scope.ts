import { bodyOf, isRoomy } from '../layout.ts';
import { blank, exactly, paragraph, type Row, row, span } from '../rows.ts';
import { outlookOn, policyOf, scopeFields } from '../scope-form.ts';
import type { ScopeForm, Ui } from '../state.ts';
import { fieldRow } from './answer.ts';
import { faultRows } from './fault.ts';

/** The form that says what to look at, with what will be called and what it costs: in a few words where the window is small. */
export function scopeRows(ui: Ui, form: ScopeForm): readonly Row[] {
	const { columns, rows } = bodyOf(ui.size);
	const outlook = outlookOn(ui);
	const inputs = scopeFields.map((_, index) => inputRow(ui, form, index, columns));
	const help = paragraph(scopeFields[form.focus]?.says ?? '', columns, '    ', 'quiet');
	const fault = faultRows(form.fault, columns, span(`${ui.signs.caution} `, 'warn'));
	if (!isRoomy(ui.size)) {
		if (fault.length > 0) return [...fault, ...inputs.slice(form.focus)];
		return [...paragraph(outlook?.short ?? '', columns, '', 'strong'), ...inputs, ...help].slice(0, rows);
	}
	const found = ui.profiles.names.length > 0 ? `Profiles on this machine: ${ui.profiles.names.join(', ')}` : '';
	return [
		row(span('What to look at', 'heading')),
		...inputs.slice(0, form.focus + 1),
		...help,
		...inputs.slice(form.focus + 1),
		...fault,
		...(form.focus === 0 && found ? paragraph(found, columns, '', 'quiet') : []),
		blank,
		...(outlook?.says ?? []).flatMap((says) => paragraph(says, columns)),
		...paragraph('Only metadata is read.', columns, '', 'quiet'),
		...(policyOf(ui) ? paragraph(savesPolicy, columns, '', 'quiet') : []),
	];
}

const savesPolicy = 'ctrl+p shows the exact policy; `headwater policy > policy.json` saves it.';

function inputRow({ signs }: Ui, { fields, focus }: ScopeForm, index: number, columns: number): Row {
	const field = fields[index] ?? { text: '', at: 0 };
	const title = exactly(scopeFields[index]?.title ?? '', 16);
	if (index !== focus) return row(`  ${title}`, span(field.text || '-', field.text ? 'plain' : 'quiet'));
	const [pointer = span(''), ...line] = fieldRow(field, columns - 16, signs);
	return [pointer, span(title, 'chosen'), ...line];
}
