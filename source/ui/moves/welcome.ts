import { refusedDatabase } from '../../app/session/refused-database.ts';
import { entered, type Input } from '../field.ts';
import { hasCredentials, menuOf } from '../menu.ts';
import { isNothing, readScope, scopeFields, scopeForm } from '../scope-form.ts';
import { type ScopeForm, type Ui, wishing, withView } from '../state.ts';
import { movedCursor } from './walk.ts';

const demo = { demo: true, profiles: [], regions: [], folders: [], declared: [] };

/** Begins a session on the recorded account. */
export const beginDemo = (ui: Ui): Ui => wishing(ui, { type: 'begin', title: 'Demo account', scope: demo });

/** The start screen: its list, and the form over it. */
export function moveWelcome(ui: Ui, action: string): Ui {
	const { cursor, form } = ui.views.welcome;
	const entries = menuOf(ui);
	switch (action) {
		case 'open': {
			const entry = entries[cursor];
			if (!entry) return ui;
			if (entry.does === 'resume') {
				return wishing({ ...ui, opening: true }, { type: 'open', folder: entry.folder ?? '' });
			}
			if (entry.does === 'demo') return beginDemo(ui);
			if (entry.does === 'quit') return wishing(ui, { type: 'quit', code: 0 });
			return withView(ui, 'welcome', { form: scopeForm(entry.does, ui.profiles) });
		}
		case 'next field':
		case 'previous field': {
			if (!form) return ui;
			const by = action === 'next field' ? 1 : scopeFields.length - 1;
			return withForm(ui, { ...form, focus: (form.focus + by) % scopeFields.length });
		}
		case 'look':
			return form ? look(ui, form) : ui;
		case 'cancel':
			return { ...ui, views: { ...ui.views, welcome: { cursor } } };
		default:
			return withView(ui, 'welcome', { cursor: movedCursor(cursor, entries.length, action) });
	}
}

const withForm = (ui: Ui, form: ScopeForm): Ui => withView(ui, 'welcome', { form });

function look(ui: Ui, form: ScopeForm): Ui {
	const { title, scope } = readScope(form);
	const [refused] = (scope.databases ?? []).flatMap((address) => refusedDatabase(address) ?? []);
	if (refused) return withForm(ui, { ...form, fault: refused });
	if (isNothing(scope) && !hasCredentials(ui)) {
		const fault = {
			message:
				'There is nothing to look at: no profile, no folder, no declared file, no database, and no credentials on this machine.',
			wayOut: 'Sign in with `aws configure` or `aws sso login`, or name a folder.',
		};
		return withForm(ui, { ...form, fault });
	}
	return wishing(ui, { type: 'begin', title, scope });
}

/** The form after something was typed or pasted into the field in focus. */
export function typeScope(ui: Ui, input: Input): Ui {
	const { form } = ui.views.welcome;
	const field = form?.fields[form.focus];
	if (!form || !field) return ui;
	const after = entered(field, input);
	if (!after) return ui;
	return withForm(ui, { focus: form.focus, fields: form.fields.with(form.focus, after) });
}
