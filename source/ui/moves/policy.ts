import type { Ui } from '../state.ts';
import { shownOf } from '../telling/shown.ts';
import { withoutOver } from './over.ts';
import { movedCursor } from './walk.ts';

/** What keys do on the policy, which is scrolled no farther than its end. */
export function movePolicy(ui: Ui, action: string): Ui {
	if (ui.over?.kind !== 'policy') return ui;
	if (action === 'close') return withoutOver(ui);
	const { lines, height } = shownOf(ui);
	const reach = Math.max(0, lines - height);
	return { ...ui, over: { kind: 'policy', cursor: movedCursor(Math.min(ui.over.cursor, reach), reach + 1, action) } };
}
