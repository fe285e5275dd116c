import { nameOfCell } from '../../app/discovering/cell-again.ts';
import { type Ui, wishing, withView } from '../state.ts';
import { shownOf } from '../telling/shown.ts';
import { askableCells, cellUnder } from '../under.ts';
import { goBack, goOn, scrolled } from './walk.ts';

/** What keys do on the screen of discovery. */
export function moveDiscovery(ui: Ui, action: string): Ui {
	const { session } = ui;
	switch (action) {
		case 'forward':
			return goOn(ui);
		case 'back':
			return goBack(ui);
		case 'stop':
			return wishing(ui, { type: 'stop' });
		case 'retry':
			return session ? wishing(ui, { type: 'discover', scope: session.scope }) : ui;
		case 'next cell': {
			const cells = askableCells(ui);
			const here = cellUnder(ui);
			const next = here && cells[(cells.indexOf(here) + 1) % cells.length];
			return next ? withView(ui, 'discovery', { cell: nameOfCell(next) }) : ui;
		}
		case 'ask cell': {
			const only = cellUnder(ui);
			return session && only ? wishing(ui, { type: 'discover', scope: session.scope, only }) : ui;
		}
		default:
			return scrolled(ui, 'discovery', action, shownOf(ui));
	}
}
