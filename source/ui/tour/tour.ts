import { stageIds, stages } from '../../app/stages.ts';
import type { Binding } from '../binding.ts';
import { type Action, bindingsIn, keymap, reasonAgainst } from '../keymap.ts';
import { modeBelow } from '../mode.ts';
import type { Ui } from '../state.ts';
import { type Step, steps, type Told } from './steps.ts';

/** What of the tour is in view. */
interface Hint {
	readonly step: Step;
	/** Counted from 1. */
	readonly number: number;
	/** What does it here, or leads to its screen; undefined while something else lies over the screen. */
	readonly key: Binding | undefined;
	/** Its screen is still to come. */
	readonly isAhead: boolean;
}

const place = ({ session }: Ui): number => stageIds.indexOf(session?.stage ?? 'welcome');
const placeOf = ({ screen }: Step): number => stageIds.indexOf(screen);

/** The next step that is not behind us. Undefined where no tour is under way. */
export function hintOf(ui: Ui): Hint | undefined {
	const { tour } = ui;
	if (typeof tour === 'string' || !ui.session) return undefined;
	const mode = modeBelow(ui);
	const at = steps.findIndex(
		(step, index) => index >= tour.next && placeOf(step) >= place(ui) && (!step.over || step.over === mode),
	);
	const step = steps[at];
	if (!step) return undefined;
	const isAhead = placeOf(step) > place(ui);
	const ways = placeOf(step) === place(ui) + 1 ? (['enough', 'forward'] as const) : [];
	const key = keyFor(ui, isAhead ? [...ways, `go ${step.screen}` as Action] : step.does);
	return { step, number: at + 1, isAhead, key };
}

/** The first of some actions that can be done where one stands. */
export function keyFor(ui: Ui, actions: readonly Action[]): Binding | undefined {
	const here = bindingsIn(modeBelow(ui)).filter((binding) => reasonAgainst(ui, binding) === undefined);
	return actions.flatMap((action) => here.find((binding) => binding.action === action) ?? [])[0];
}

/** A text with each action in braces in the words of whoever tells it. */
export const worded = (text: string, wordOf: (binding: Binding) => string): string =>
	text.replace(/\{(.+?)\}/g, (_, action) => {
		const binding = keymap.find((one) => one.action === action);
		return binding ? wordOf(binding) : action;
	});

/** What is said to somebody who never took the tour. */
export const offer: Told = {
	says: 'A short tour leads through the demo account: one hint at a time, while you do it yourself. It takes about five minutes, and can be left at any moment.',
	brief: 'New here? A short tour of the demo account, hint by hint.',
};

/** What the tour says where one stands: its step, where it goes on, or that there is one. */
export function told(hint: Hint | undefined): Told {
	if (!hint?.isAhead) return hint?.step ?? offer;
	const says = hint.key
		? `The tour goes on at ${stages[hint.step.screen].title}.`
		: 'The tour goes on when this is closed.';
	return { says, brief: says };
}

/** Whether the tour is offered: on the start screen, until it was ended or refused. */
export const isOffered = (ui: Ui): boolean => ui.tour !== 'over' && modeBelow(ui) === 'welcome';
