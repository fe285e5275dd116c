import type { SessionAction } from '../app/session/session.ts';
import { readDraft } from './draft.ts';
import { modeBelow } from './mode.ts';
import { namingService } from './naming.ts';
import { derivedOf, itemOf, type Ui } from './state.ts';
import { flowUnder } from './under.ts';

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
