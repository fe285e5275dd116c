import { entered, fieldOf, type Input } from '../field.ts';
import { noticed, type Ui } from '../state.ts';
import { termsIn } from '../telling/terms.ts';
import { happen, movedCursor } from './walk.ts';

/** The state with nothing over its screen. */
export function withoutOver(ui: Ui): Ui {
	const { over: _, ...others } = ui;
	return others;
}

/** What keys do on the variants of the plan. */
export function moveVariants(ui: Ui, action: string): Ui {
	const { over, session } = ui;
	if (over?.kind !== 'variants' || !session) return ui;
	const names = Object.keys(session.variants ?? {});
	const name = names[over.cursor - 1];
	switch (action) {
		case 'close':
			return withoutOver(ui);
		case 'cancel':
			return { ...ui, over: { kind: 'variants', cursor: over.cursor } };
		case 'keep':
			return { ...ui, over: { ...over, naming: fieldOf(name ?? '') } };
		case 'accept':
			return over.naming ? kept(ui, over.naming.text.trim()) : name === undefined ? withoutOver(ui) : taken(ui, name);
		case 'drop':
			if (name === undefined) return noticed(ui, 'The plan itself stays; move to a variant.', 'warn');
			return noticed(
				{ ...happen(ui, { type: 'drop variant', name }), over: { kind: 'variants', cursor: over.cursor - 1 } },
				`"${name}" is no longer kept.`,
			);
		default:
			return { ...ui, over: { ...over, cursor: movedCursor(over.cursor, names.length + 1, action) } };
	}
}

function kept(ui: Ui, name: string): Ui {
	if (name === '') return noticed(ui, 'A variant needs a name, such as cheapest.', 'warn');
	const after = happen(ui, { type: 'keep variant', name });
	const cursor = Object.keys(after.session?.variants ?? {}).indexOf(name) + 1;
	return noticed({ ...after, over: { kind: 'variants', cursor } }, `The plan is kept as "${name}".`);
}

function taken(ui: Ui, name: string): Ui {
	const after = happen(withoutOver(ui), { type: 'use variant', name, at: ui.at });
	return noticed(after, `This is "${name}" now. u goes back.`);
}

/** The name of a variant after something was typed or pasted. */
export function typeVariant(ui: Ui, input: Input): Ui {
	if (ui.over?.kind !== 'variants' || !ui.over.naming) return ui;
	const naming = entered(ui.over.naming, input);
	return naming ? { ...ui, over: { ...ui.over, naming } } : ui;
}

/** What keys do on the terms in view. */
export function moveTerms(ui: Ui, action: string): Ui {
	if (ui.over?.kind !== 'terms') return ui;
	if (action === 'close') return withoutOver(ui);
	return { ...ui, over: { kind: 'terms', cursor: movedCursor(ui.over.cursor, termsIn(ui).length, action) } };
}
