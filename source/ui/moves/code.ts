import { codeIn } from '../../app/discovering/asking.ts';
import { entered, fieldOf, type Input } from '../field.ts';
import { type Ui, wishing } from '../state.ts';

/** What keys do while the code of a multi-factor device is asked for. */
export function moveCode(ui: Ui, action: string): Ui {
	const { asked, ...others } = ui;
	if (!asked) return ui;
	if (action === 'cancel') return wishing(others, { type: 'code', code: undefined });
	if (action !== 'accept') return ui;
	const code = codeIn(asked.field.text);
	return code === undefined ? { ...ui, asked: { ...asked, isWrong: true } } : wishing(others, { type: 'code', code });
}

/** The field of the code after something was typed or pasted. */
export function typeCode(ui: Ui, input: Input): Ui {
	const { asked } = ui;
	if (!asked) return ui;
	const field = entered(asked.field, input);
	return field ? { ...ui, asked: { device: asked.device, field } } : ui;
}

/** The state in which a code is asked for. */
export const askingFor = (ui: Ui, device: string): Ui => ({ ...ui, asked: { device, field: fieldOf('') } });
