import { entered, fieldOf, type Input } from '../field.ts';
import type { ReadinessView } from '../readiness-view.ts';
import { documentsOf, type Ui, wishing, withView } from '../state.ts';
import { shownOf } from '../telling/shown.ts';
import { reportsOf, sourceUnder } from '../under.ts';
import { listed, movedScroll } from './walk.ts';

/** Shows the readiness of the marked sources, or of the one under the cursor; where one was never read, asks whether they may be. */
export function openReadiness(ui: Ui): Ui {
	const { marked } = ui.views.sources;
	const sources = documentsOf(ui)?.estate.sources ?? [];
	const here = sourceUnder(ui);
	const chosen = sources.flatMap(({ id }) => (marked.has(id) ? [id] : []));
	const about = chosen.length > 0 ? chosen : here ? [here.id] : [];
	if (about.length === 0) return ui;
	const opened: ReadinessView = { about, asking: false, target: fieldOf(''), file: fieldOf('readiness'), scroll: 0 };
	const shown = withView(ui, 'sources', { readiness: opened });
	return ui.sampling?.running || reportsOf(shown).length === about.length ? shown : asking(shown, opened);
}

const asking = (ui: Ui, view: ReadinessView): Ui => {
	const { offer: _offer, fault: _fault, ...others } = view;
	const asked = withView(ui, 'sources', { readiness: { ...others, asking: true, scroll: 0 } });
	return wishing(asked, { type: 'offer', about: view.about });
};

/** What keys do while samples are asked for, read and shown. */
export function moveReadiness(ui: Ui, action: string): Ui {
	const view = ui.views.sources.readiness;
	if (!view) return ui;
	const changed = (change: Partial<ReadinessView>): Ui =>
		withView(ui, 'sources', { readiness: { ...view, ...change } });
	switch (action) {
		case 'back':
			return view.asking && reportsOf(ui).length > 0 && !ui.sampling?.running
				? changed({ asking: false, scroll: 0 })
				: listed(ui);
		case 'ask to read':
			return asking(ui, view);
		case 'name target':
			return changed({ typing: { what: 'target', before: view.target.text } });
		case 'name report':
			return changed({ typing: { what: 'file', before: view.file.text } });
		case 'cancel':
			return untyped(ui, view, view.typing?.before);
		case 'accept':
			return accepted(ui, view);
		case 'agree':
			return agreed(ui, view);
		case 'enough samples':
			return wishing(ui, { type: 'enough samples' });
		default:
			return changed({ scroll: movedScroll(view.scroll, action, shownOf(ui)) });
	}
}

/** The view without its field; `text` is what the field holds then, where it is not what was typed. */
function untyped(ui: Ui, { typing, ...view }: ReadinessView, text?: string): Ui {
	const kept = text === undefined || !typing ? {} : { [typing.what]: fieldOf(text) };
	return withView(ui, 'sources', { readiness: { ...view, ...kept } });
}

function accepted(ui: Ui, view: ReadinessView): Ui {
	const done = untyped(ui, view);
	const name = view.file.text.trim();
	const readiness = ui.session?.readiness;
	if (view.typing?.what !== 'file' || !readiness || name === '') return done;
	const sources = reportsOf(ui);
	return wishing(done, { type: 'report', readiness: { ...readiness, sources }, name });
}

/** The reading begins: somebody said yes to what stands on the screen. */
function agreed(ui: Ui, { offer, target }: ReadinessView): Ui {
	const documents = documentsOf(ui);
	if (!offer || !documents || !ui.session) return ui;
	const { databases = [], profiles, demo } = ui.session.scope;
	const named = target.text.trim();
	return wishing(ui, {
		type: 'sample',
		answers: documents.answers,
		request: {
			estate: documents.estate,
			about: offer.about,
			...(named === '' ? {} : { target: named }),
			databases,
			profiles,
			demo,
		},
	});
}

/** The field after something was typed or pasted. */
export function typeReadiness(ui: Ui, input: Input): Ui {
	const view = ui.views.sources.readiness;
	if (!view?.typing) return ui;
	const { what } = view.typing;
	const after = entered(view[what], input);
	return after ? withView(ui, 'sources', { readiness: { ...view, [what]: after } }) : ui;
}
