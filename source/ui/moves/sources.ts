import { facts } from '../../facts/index.ts';
import { beginDraft } from '../draft.ts';
import { entered, fieldOf, type Input } from '../field.ts';
import { sorts } from '../ordered.ts';
import { documentsOf, noticed, type Ui, withView } from '../state.ts';
import { shownOf, sourcePanes } from '../telling/shown.ts';
import { rowOf, shownSources, sourceUnder } from '../under.ts';
import { openReadiness } from './readiness.ts';
import { besideTold, goBack, movedCursor, scrolled } from './walk.ts';

/** The list of sources: its cursor, filter and marks, and the answers given for them. */
export function moveSources(ui: Ui, action: string): Ui {
	const { filter, marked, details, sort } = ui.views.sources;
	switch (action) {
		case 'filter':
			return withView(ui, 'sources', { filtering: true });
		case 'accept':
			return withView(ui, 'sources', { filtering: false });
		case 'cancel':
			return withView(ui, 'sources', { filtering: false, filter: fieldOf('') });
		case 'back':
			if (details) return withView(ui, 'sources', { details: false });
			return filter.text === '' ? goBack(ui) : withView(ui, 'sources', { filter: fieldOf('') });
		case 'details':
			return besideTold(withView(ui, 'sources', { details: !details }), sourcePanes(ui), !details);
		case 'scroll down':
		case 'scroll up':
			return scrolled(ui, 'sources', action === 'scroll up' ? 'up' : 'down', shownOf(ui));
		case 'readiness':
			return openReadiness(ui);
		case 'sort': {
			const next = sorts[(sorts.indexOf(sort) + 1) % sorts.length] ?? 'found';
			return noticed(
				withView(ui, 'sources', { sort: next }),
				next === 'found' ? 'As they were found.' : `Sorted by ${next}.`,
			);
		}
		case 'unmark':
			return marked.size === 0
				? noticed(ui, 'Nothing is marked.', 'warn')
				: withView(ui, 'sources', { marked: new Set() });
		case 'mark': {
			const source = sourceUnder(ui);
			return source ? marking(ui, [source.id]) : ui;
		}
		case 'mark all':
			return marking(
				ui,
				shownSources(ui).map(({ id }) => id),
			);
		case 'mark alike': {
			const family = sourceUnder(ui)?.family;
			const alike = shownSources(ui).filter((source) => source.family === family);
			return marking(
				ui,
				alike.map(({ id }) => id),
			);
		}
		case 'edit volume':
		case 'edit change':
		case 'edit regime':
		case 'edit sensitivity':
			return editing(ui, action.slice('edit '.length), marked);
		default: {
			if (details) return scrolled(ui, 'sources', action, shownOf(ui));
			const shown = shownSources(ui);
			const at = movedCursor(rowOf(shown, ui.views.sources.cursor), shown.length, action);
			const cursor = shown[at]?.id;
			return cursor === undefined ? ui : withView(ui, 'sources', { cursor, scroll: 0 });
		}
	}
}

/** Marks sources; if all of them are marked already, takes the marks away. */
function marking(ui: Ui, ids: readonly string[]): Ui {
	const marked = new Set(ui.views.sources.marked);
	const all = ids.every((id) => marked.has(id));
	for (const id of ids) {
		if (all) marked.delete(id);
		else marked.add(id);
	}
	return withView(ui, 'sources', { marked });
}

/** Opens the answer to a fact, for the marked sources, or for the one under the cursor. */
function editing(ui: Ui, fact: string, marked: ReadonlySet<string>): Ui {
	const documents = documentsOf(ui);
	const form = facts[fact as keyof typeof facts];
	const here = sourceUnder(ui);
	if (!documents || !form || !here) return ui;
	const { sources } = documents.estate;
	const chosen = sources.filter(({ id }) => marked.has(id));
	const about = chosen.length === 0 ? [here.id] : chosen.length === sources.length ? ['*'] : chosen.map(({ id }) => id);
	const known = ui.planner?.know(documents)(chosen[0] ?? here, fact);
	return withView(ui, 'sources', { editing: { fact, about, draft: beginDraft(form, known) } });
}

/** The filter after something was typed or pasted. */
export function typeFilter(ui: Ui, input: Input): Ui {
	const { filter } = ui.views.sources;
	const after = entered(filter, input);
	return after ? withView(ui, 'sources', { filter: after }) : ui;
}
