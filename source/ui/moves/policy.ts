import type { Ui } from '../state.ts';
import { shownOf } from '../telling/shown.ts';
import { withoutOver } from './over.ts';
import { movedScroll } from './walk.ts';

/** What keys do on the policy, which is scrolled no farther than its end. */
export function movePolicy(ui: Ui, action: string): Ui {
	if (ui.over?.kind !== 'policy') return ui;
	if (action === 'close') return withoutOver(ui);
	return { ...ui, over: { kind: 'policy', cursor: movedScroll(ui.over.cursor, action, shownOf(ui)) } };
}
