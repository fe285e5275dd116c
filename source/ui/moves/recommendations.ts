import { namingService } from '../naming.ts';
import { derivedOf, noticed, type Ui, withView } from '../state.ts';
import { routePanes, shownOf } from '../telling/shown.ts';
import { flowRow, flowUnder, isChosen } from '../under.ts';
import { besideTold, goBack, goOn, happen, movedCursor, scrolled } from './walk.ts';

/** The routes: which flow is looked at, and the choice of another route for its sources. */
export function moveRecommendations(ui: Ui, action: string): Ui {
	const { details } = ui.views.recommendations;
	switch (action) {
		case 'forward':
			return goOn(ui);
		case 'back':
			return details ? withView(ui, 'recommendations', { details: false }) : goBack(ui);
		case 'details':
			return besideTold(withView(ui, 'recommendations', { details: !details }), routePanes(ui), !details);
		case 'scroll down':
		case 'scroll up':
			return scrolled(ui, 'recommendations', action === 'scroll up' ? 'up' : 'down', shownOf(ui));
		case 'choose':
			if ((flowUnder(ui)?.alternatives.length ?? 0) === 0 && !isChosen(ui, flowUnder(ui))) {
				return noticed(ui, 'No other route carries these sources; the details say why.', 'warn');
			}
			return withView(ui, 'recommendations', { picker: { cursor: 0 } });
		default: {
			if (details) return scrolled(ui, 'recommendations', action, shownOf(ui));
			const flows = derivedOf(ui)?.plan.flows ?? [];
			const at = flowRow(flows, ui.views.recommendations.cursor);
			const flow = flows[movedCursor(at, flows.length, action)];
			const cursor = flow && { flow: flow.id, source: flow.sources[0] ?? '' };
			return cursor ? withView(ui, 'recommendations', { cursor, scroll: 0 }) : ui;
		}
	}
}

/** The list from which another route is picked; its first line gives the choice back. */
export function pickRoute(ui: Ui, action: string): Ui {
	const flow = flowUnder(ui);
	const { picker } = ui.views.recommendations;
	const plan = derivedOf(ui)?.plan;
	if (!flow || !picker || !plan) return ui;
	const { picker: _picker, ...closed } = ui.views.recommendations;
	const shut: Ui = { ...ui, views: { ...ui.views, recommendations: closed } };
	if (action === 'cancel') return shut;
	if (action !== 'accept') {
		const cursor = movedCursor(picker.cursor, flow.alternatives.length + 1, action);
		return withView(ui, 'recommendations', { picker: { cursor } });
	}
	const alternative = flow.alternatives[picker.cursor - 1];
	const service = alternative && namingService(alternative, flow, plan);
	const cursor = { flow: flow.id, source: flow.sources[0] ?? '' };
	const after = happen(withView(shut, 'recommendations', { cursor }), {
		type: 'choose route',
		sources: flow.sources,
		service,
		at: ui.at,
	});
	if (after.session === shut.session) return shut;
	const title = service === undefined ? 'The program chooses again' : `Chosen: ${plan.names[service] ?? service}`;
	return noticed(after, `${title}. u undoes it.`);
}
