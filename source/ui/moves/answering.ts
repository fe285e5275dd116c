import type { Answer } from '../../estate/answers.ts';
import { printValue, unknownText } from '../../facts/quantity-text.ts';
import { type Draft, isTyped, moved, readDraft, ticked } from '../draft.ts';
import { entered, type Input } from '../field.ts';
import { itemOf, itemsOf, noticed, type Ui, withView } from '../state.ts';
import { shownOf } from '../telling/shown.ts';
import { draftOf } from '../under.ts';
import { goBack, goOn, goTo, happen, scrolled } from './walk.ts';

/** The state with another draft of the answer in view. */
function withDraft(ui: Ui, draft: Draft): Ui {
	const { editing } = ui.views.sources;
	if (ui.session?.stage === 'sources') {
		return editing ? withView(ui, 'sources', { editing: { ...editing, draft } }) : ui;
	}
	const item = itemOf(ui);
	return item ? withView(ui, 'questions', { draft: { of: item.id, draft }, scroll: 0 }) : ui;
}

/** What keys do while an answer is given, on the questions and over the list of sources. */
export function moveAnswer(ui: Ui, action: string): Ui {
	const draft = draftOf(ui);
	const onSources = ui.session?.stage === 'sources';
	switch (action) {
		case 'forward':
			return goOn(ui);
		case 'leave':
			return goBack(withoutDraft(ui));
		case 'cancel':
			return withoutDraft(ui);
		case 'enough':
			return goTo(withoutDraft(ui), 'recommendations');
		case 'skip':
			return step(ui, 1);
		case 'back':
			return step(ui, -1);
		case 'accept': {
			if (!draft) return ui;
			const read = readDraft(draft);
			return 'answer' in read ? answered(ui, read.answer) : withDraft(ui, read.refused);
		}
		case 'not sure':
			return answered(ui, unknownText);
		case 'take back':
			return answered(ui, undefined);
		case 'tick':
			return draft ? withDraft(ui, ticked(draft)) : ui;
		case 'page up':
		case 'page down':
			return onSources ? ui : scrolled(ui, 'questions', action, shownOf(ui));
		default: {
			const by = { up: -1, down: 1, first: -100, last: 100 }[action] ?? 0;
			return draft ? withDraft(ui, moved(draft, by)) : ui;
		}
	}
}

/** The draft after something was typed or pasted. */
export function typeAnswer(ui: Ui, input: Input): Ui {
	const draft = draftOf(ui);
	if (!draft || !isTyped(draft.form)) return ui;
	const field = entered(draft.field, input);
	if (!field) return ui;
	const { fault: _fault, ...others } = draft;
	return withDraft(ui, { ...others, field });
}

function withoutDraft(ui: Ui): Ui {
	const { editing: _editing, ...sources } = ui.views.sources;
	const { draft: _draft, ...questions } = ui.views.questions;
	return { ...ui, views: { ...ui.views, sources, questions: { ...questions, scroll: 0 } } };
}

function answered(ui: Ui, answer: Answer | undefined): Ui {
	if (ui.session?.stage === 'sources') return answeredSources(ui, answer);
	const item = itemOf(ui);
	if (!item) return ui;
	const { fact, scope, about, id } = item;
	const said = happen(withoutDraft(ui), { type: 'answer', fact, scope, about, answer, at: ui.at });
	// The same answer once more changes no plan.
	if (said.session === ui.session) return step(said, 1);
	return withView(said, 'questions', { leaving: { id, before: itemsOf(ui) } });
}

function answeredSources(ui: Ui, answer: Answer | undefined): Ui {
	const { editing } = ui.views.sources;
	if (!editing) return ui;
	const { fact, about, draft } = editing;
	const said = happen(withoutDraft(ui), { type: 'answer', fact, scope: 'source', about, answer, at: ui.at });
	const whom = about[0] === '*' ? 'all sources' : about.length === 1 ? '1 source' : `${about.length} sources`;
	const what = answer === undefined ? 'taken back' : printValue(draft.form, answer);
	return noticed(said, `${draft.form.title}: ${what}, for ${whom}. u undoes it.`);
}

/** To the next item or the previous one; before the first are the sources, after the last the routes. */
function step(ui: Ui, by: 1 | -1): Ui {
	const items = itemsOf(ui);
	const here = itemOf(ui);
	const at = here ? items.findIndex(({ id }) => id === here.id) : items.length;
	const there = items[at + by];
	if (there) return happen(withoutDraft(ui), { type: 'ask', question: there.id });
	return by === 1 ? goTo(ui, 'recommendations') : goBack(withoutDraft(ui));
}
