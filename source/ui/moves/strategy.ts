import { derivedOf, noticed, type Ui, withView } from '../state.ts';
import { shownOf } from '../telling/shown.ts';
import { goBack, goOn, happen, movedCursor, scrolled } from './walk.ts';

/** The strategy: reading why, and choosing another. */
export function moveStrategy(ui: Ui, action: string): Ui {
	if (action === 'forward') return goOn(ui);
	if (action === 'back') return goBack(ui);
	if (action === 'choose') return withView(ui, 'strategy', { picker: { cursor: 0 } });
	return scrolled(ui, 'strategy', action, shownOf(ui));
}

/** The list from which another strategy is picked; its first line gives the choice back. */
export function pickStrategy(ui: Ui, action: string): Ui {
	const { picker, scroll } = ui.views.strategy;
	const plan = derivedOf(ui)?.plan;
	if (!picker || !plan) return ui;
	const shut: Ui = { ...ui, views: { ...ui.views, strategy: { scroll } } };
	if (action === 'cancel') return shut;
	const others = plan.strategy.rejected;
	if (action !== 'accept') {
		return withView(ui, 'strategy', { picker: { cursor: movedCursor(picker.cursor, others.length + 1, action) } });
	}
	const strategy = others[picker.cursor - 1]?.id;
	const after = happen(shut, { type: 'choose strategy', strategy, at: ui.at });
	if (after === shut) return shut;
	const title = strategy === undefined ? 'The program chooses again' : `Chosen: ${plan.names[strategy] ?? strategy}`;
	return noticed(after, `${title}. u undoes it.`);
}
