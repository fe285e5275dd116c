import type { Action } from '../keymap.ts';
import { noticed, type Ui, wishing } from '../state.ts';
import { steps } from '../tour/steps.ts';
import { hintOf } from '../tour/tour.ts';
import { draftOf } from '../under.ts';
import { goTo } from './walk.ts';

/** The state with the tour at its first step. */
export const beginTour = (ui: Ui): Ui => ({ ...ui, tour: { next: 0 } });

/** Ends the tour, or refuses it: it is not offered again. */
export function endTour(ui: Ui): Ui {
	const over = wishing({ ...ui, tour: 'over' }, { type: 'tour over' });
	return noticed(over, 'The tour is not offered again. t on the start screen begins it all the same.');
}

/** The next hint, without doing what this one asks for; where it belongs to another screen, that screen. */
export function nextHint(ui: Ui): Ui {
	const hint = hintOf(ui);
	if (!hint) return ui;
	const after = hint.isAhead ? ui : reached(ui, hint.number);
	const then = hintOf(after);
	return then?.isAhead && then.key ? goTo(after, then.step.screen) : after;
}

/** The state after an action, with the next hint where the action was what the tour waited for. */
export function followedTour(before: Ui, after: Ui, action: Action): Ui {
	const hint = hintOf(before);
	if (!hint || hint.isAhead || !hint.step.does.includes(action)) return after;
	// An answer that was refused is none.
	if (action === 'accept' && draftOf(after)?.fault) return after;
	return reached(after, hint.number);
}

/** The state at the step after so many; after the last one the tour is over. */
function reached(ui: Ui, done: number): Ui {
	if (done < steps.length) return { ...ui, tour: { next: done } };
	const over = wishing({ ...ui, tour: 'over' }, { type: 'tour over' });
	return ui.notice ? over : noticed(over, 'That was the tour. t on the start screen begins it again.');
}
