import { entered, fieldOf, type Input } from '../field.ts';
import { derivedOf, type Ui, wishing, withView } from '../state.ts';
import { shownOf } from '../telling/shown.ts';
import { goBack, preview, scrolled } from './walk.ts';

/** The export: where to, what would be written, and writing it. */
export function moveExport(ui: Ui, action: string): Ui {
	const { typing: before, folder, busy } = ui.views.export;
	switch (action) {
		case 'name folder':
			return withView(ui, 'export', { typing: folder.text });
		case 'cancel':
			return withoutTyping(withView(ui, 'export', { folder: fieldOf(before ?? folder.text) }));
		case 'accept':
			return folder.text.trim() === '' ? ui : preview(withoutTyping(ui));
		case 'write': {
			const plan = derivedOf(ui)?.plan;
			if (!plan || busy) return ui;
			const asked = withView(ui, 'export', { busy: true, scroll: 0 });
			return wishing(asked, { type: 'export', plan, folder: folder.text.trim(), dryRun: false });
		}
		case 'forward':
			return ui;
		case 'back':
			return goBack(ui);
		default:
			return scrolled(ui, 'export', action, shownOf(ui));
	}
}

function withoutTyping(ui: Ui): Ui {
	const { typing: _typing, ...view } = ui.views.export;
	return { ...ui, views: { ...ui.views, export: view } };
}

/** The name of the folder after something was typed or pasted. */
export function typeFolder(ui: Ui, input: Input): Ui {
	const { folder } = ui.views.export;
	const after = entered(folder, input);
	return after ? withView(ui, 'export', { folder: after }) : ui;
}
