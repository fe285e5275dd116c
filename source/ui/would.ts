import type { SessionAction } from '../app/session/session.ts';
import { optionsOf, readDraft } from './draft.ts';
import { modeBelow } from './mode.ts';
import { namingService } from './naming.ts';
import { derivedOf, itemOf, type Ui, withView } from './state.ts';
import { draftOf, flowUnder } from './under.ts';

/** What Enter would do to the session now, if it is an answer or a choice that was begun; undefined where it is none. */
export function wouldDo(ui: Ui): SessionAction | undefined {
	switch (modeBelow(ui)) {
		case 'question to pick':
		case 'question to type': {
			const item = itemOf(ui);
			const begun = ui.views.questions.draft;
			if (!item || begun?.of !== item.id) return undefined;
			const read = readDraft(begun.draft);
			if ('refused' in read) return undefined;
			const { fact, scope, about } = item;
			return { type: 'answer', fact, scope, about, answer: read.answer, at: ui.at };
		}
		case 'picker':
			return ui.session?.stage === 'strategy' ? strategyOf(ui) : routeOf(ui);
		default:
			return undefined;
	}
}

/** What Enter would do on each of the options that the cursor can be moved to, the nearest first. */
export function wouldDoBeside(ui: Ui): readonly SessionAction[] {
	const options = optionsIn(ui);
	if (!options) return [];
	const { cursor, count, at } = options;
	return [...Array(count).keys()]
		.filter((other) => other !== cursor)
		.toSorted((a, b) => Math.abs(a - cursor) - Math.abs(b - cursor))
		.flatMap((other) => wouldDo(at(other)) ?? []);
}

interface Options {
	readonly cursor: number;
	readonly count: number;
	/** The screen as it would be with the cursor on an option. */
	readonly at: (cursor: number) => Ui;
}

function optionsIn(ui: Ui): Options | undefined {
	switch (modeBelow(ui)) {
		case 'question to pick': {
			const item = itemOf(ui);
			const draft = draftOf(ui);
			// Where several may hold, moving the cursor takes none of them.
			if (!item || !draft || draft.form.type === 'choices') return undefined;
			const at = (cursor: number) => withView(ui, 'questions', { draft: { of: item.id, draft: { ...draft, cursor } } });
			return { cursor: draft.cursor, count: optionsOf(draft.form).length, at };
		}
		case 'picker': {
			const view = ui.session?.stage === 'strategy' ? 'strategy' : 'recommendations';
			const { picker } = ui.views[view];
			const others = view === 'strategy' ? derivedOf(ui)?.plan.strategy.rejected : flowUnder(ui)?.alternatives;
			const at = (cursor: number) => withView(ui, view, { picker: { cursor } });
			return picker && others && { cursor: picker.cursor, count: others.length + 1, at };
		}
		default:
			return undefined;
	}
}

function strategyOf(ui: Ui): SessionAction | undefined {
	const plan = derivedOf(ui)?.plan;
	const { picker } = ui.views.strategy;
	if (!plan || !picker) return undefined;
	const strategy = plan.strategy.rejected[picker.cursor - 1]?.id;
	return { type: 'choose strategy', strategy, at: ui.at };
}

function routeOf(ui: Ui): SessionAction | undefined {
	const plan = derivedOf(ui)?.plan;
	const flow = flowUnder(ui);
	const { picker } = ui.views.recommendations;
	if (!plan || !flow || !picker) return undefined;
	const alternative = flow.alternatives[picker.cursor - 1];
	const service = alternative && namingService(alternative, flow, plan);
	if (alternative && service === undefined) return undefined;
	return { type: 'choose route', sources: flow.sources, service, at: ui.at };
}

/** A name for what would be done, the same for the same. */
export const nameOf = ({ at: _at, ...action }: SessionAction & { readonly at?: string }): string =>
	JSON.stringify(action);
