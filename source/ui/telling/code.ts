import { codeQuestion, notACode } from '../../app/discovering/asking.ts';
import { blank, paragraph, type Row, row, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import { fieldRow } from './answer.ts';

/** What is said while the code of a multi-factor device is asked for. */
export function codeRows({ asked, signs }: Ui, columns: number): readonly Row[] {
	if (!asked) return [];
	return [
		row(span('AWS wants a code', 'heading')),
		...paragraph(`${codeQuestion(asked.device)}:`, columns),
		fieldRow(asked.field, columns, signs),
		...(asked.isWrong ? paragraph(notACode, columns, span(`${signs.caution} `, 'warn')) : [blank]),
		...paragraph('It goes to AWS and is kept nowhere. The discovery waits for it.', columns, '', 'quiet'),
	];
}
