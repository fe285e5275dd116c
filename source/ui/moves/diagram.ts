import { noticed, type Ui, withView } from '../state.ts';
import { edgeAt, edgesOf } from '../telling/diagram.ts';
import { goBack, goOn, movedCursor } from './walk.ts';

/** The walk through the picture: from edge to edge, and along them. */
export function moveDiagram(ui: Ui, action: string): Ui {
	if (action === 'forward') return goOn(ui);
	if (action === 'back') return goBack(ui);
	const edges = edgesOf(ui);
	const at = edgeAt(ui);
	const here = edges[at];
	if (!here) return ui;
	switch (action) {
		case 'follow': {
			const next = edges.findIndex(({ from }) => from === here.to);
			return next < 0 ? noticed(ui, 'It ends here.', 'warn') : withView(ui, 'diagram', { edge: next });
		}
		case 'follow back': {
			const before = edges.findIndex(({ to }) => to === here.from);
			return before < 0 ? noticed(ui, 'It begins here.', 'warn') : withView(ui, 'diagram', { edge: before });
		}
		default:
			return withView(ui, 'diagram', { edge: movedCursor(at, edges.length, action) });
	}
}
