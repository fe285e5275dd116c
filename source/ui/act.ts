import { type StageId, stageIds } from '../app/stages.ts';
import { entered, fieldOf, type Input } from './field.ts';
import { type Action, reasonAgainst } from './keymap.ts';
import { type Mode, modeBelow } from './mode.ts';
import { moveAnswer, typeAnswer } from './moves/answering.ts';
import { moveCode, typeCode } from './moves/code.ts';
import { moveDiagram } from './moves/diagram.ts';
import { moveDiscovery } from './moves/discovery.ts';
import { moveExport, typeFolder } from './moves/export.ts';
import { moveForm, typeForm } from './moves/form.ts';
import { moveTerms, moveVariants, typeVariant } from './moves/over.ts';
import { movePolicy } from './moves/policy.ts';
import { moveReadiness, typeReadiness } from './moves/readiness.ts';
import { moveRecommendations, pickRoute } from './moves/recommendations.ts';
import { moveSources, typeFilter } from './moves/sources.ts';
import { moveStrategy, pickStrategy } from './moves/strategy.ts';
import { beginTour, endTour, nextHint } from './moves/tour.ts';
import { goBack, goOn, goTo, movedCursor, scrolled, turnBack } from './moves/walk.ts';
import { beginDemo, moveWelcome, typeScope } from './moves/welcome.ts';
import { noticed, type Ui, wishing } from './state.ts';
import { helpEntries } from './telling/help.ts';
import { shownOf } from './telling/shown.ts';

type Move = (ui: Ui, action: string) => Ui;

const reading =
	(view: 'cost' | 'findings'): Move =>
	(ui, action) => {
		if (action === 'forward') return goOn(ui);
		if (action === 'back') return goBack(ui);
		return scrolled(ui, view, action, shownOf(ui));
	};

/** What the actions do in each mode. */
const moves: Readonly<Record<Exclude<Mode, 'help'>, Move>> = {
	welcome: moveWelcome,
	scope: moveWelcome,
	policy: movePolicy,
	code: moveCode,
	discovery: moveDiscovery,
	sources: (ui, action) => (action === 'forward' ? goOn(ui) : moveSources(ui, action)),
	filter: moveSources,
	consent: moveReadiness,
	target: moveReadiness,
	reading: moveReadiness,
	readiness: moveReadiness,
	'report file': moveReadiness,
	'edit by typing': moveAnswer,
	'edit by picking': moveAnswer,
	'question to type': moveAnswer,
	'question to pick': moveAnswer,
	'no question': moveAnswer,
	recommendations: moveRecommendations,
	strategy: moveStrategy,
	picker: (ui, action) => (ui.session?.stage === 'strategy' ? pickStrategy : pickRoute)(ui, action),
	diagram: moveDiagram,
	cost: reading('cost'),
	findings: reading('findings'),
	export: moveExport,
	folder: moveExport,
	variants: moveVariants,
	'variant name': moveVariants,
	terms: moveTerms,
	form: moveForm,
	trouble: (ui, action) => (action === 'back' ? goTo(ui, 'sources') : ui),
};

/** The state after an action of the keymap. */
export function act(ui: Ui, action: Action): Ui {
	if (ui.help && action !== 'suspend') return moveHelp(ui, action);
	switch (action) {
		case 'help':
			return { ...ui, help: { cursor: 0, filter: fieldOf('') } };
		case 'variants':
		case 'terms':
		case 'policy':
			return { ...ui, over: { kind: action, cursor: 0 } };
		case 'form':
			return { ...ui, over: { kind: 'form', path: fieldOf('') } };
		case 'quit':
			return wishing(ui, { type: 'quit', code: 0 });
		case 'suspend':
			return wishing(ui, { type: 'suspend' });
		case 'take over':
			return ui.session ? wishing({ ...ui, opening: true }, { type: 'seize', folder: ui.session.id }) : ui;
		case 'tour':
			return beginTour(ui.session ? ui : beginDemo(ui));
		case 'next hint':
			return nextHint(ui);
		case 'end tour':
			return endTour(ui);
		case 'undo':
		case 'redo':
			return turnBack(ui, action);
		default: {
			const stage = action.startsWith('go ') ? (action.slice(3) as StageId) : undefined;
			if (stage !== undefined && stageIds.includes(stage)) return goTo(ui, stage);
			return moves[modeBelow(ui)](ui, action);
		}
	}
}

function moveHelp(ui: Ui, action: Action): Ui {
	const { help, ...closed } = ui;
	if (!help) return ui;
	const entries = helpEntries(ui);
	switch (action) {
		case 'close':
			return help.filter.text === '' ? closed : { ...ui, help: { cursor: 0, filter: fieldOf('') } };
		case 'run': {
			const entry = entries[help.cursor];
			if (!entry) return ui;
			const reason = reasonAgainst(closed, entry.binding);
			return reason === undefined ? act(closed, entry.binding.action as Action) : noticed(ui, reason, 'warn');
		}
		default:
			return { ...ui, help: { ...help, cursor: movedCursor(help.cursor, entries.length, action) } };
	}
}

/** The filter of the overlay after something was typed or pasted; the cursor goes to what fits first. */
const typeHelp: Type = (ui, input) => {
	const filter = ui.help?.filter ?? fieldOf('');
	const after = entered(filter, input);
	return after ? { ...ui, help: { cursor: 0, filter: after } } : ui;
};

type Type = (ui: Ui, input: Input) => Ui;

const typing: Readonly<Partial<Record<Mode, Type>>> = {
	scope: typeScope,
	code: typeCode,
	filter: typeFilter,
	'edit by typing': typeAnswer,
	'question to type': typeAnswer,
	folder: typeFolder,
	target: typeReadiness,
	'report file': typeReadiness,
	'variant name': typeVariant,
	form: typeForm,
	help: typeHelp,
};

/** The state after a text was typed or pasted; outside of a field a paste means nothing. */
export function typeInto(ui: Ui, mode: Mode, input: Input): Ui {
	const into = typing[mode];
	if (into) return into(ui, input);
	return 'paste' in input ? noticed(ui, 'There is no field here to paste into.', 'warn') : ui;
}
