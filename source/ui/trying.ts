import type { Documents } from '../app/session/derive.ts';
import type { PlanEffect } from '../app/session/effect.ts';
import type { Planner } from '../app/session/planner.ts';
import { reduce } from '../app/session/reduce.ts';
import type { SessionAction } from '../app/session/session.ts';
import type { Event } from './event.ts';
import { type Ui, unplannedOf } from './state.ts';
import { nameOf, wouldDo, wouldDoBeside } from './would.ts';

/** Milliseconds: what a frame takes to be on the screen, and how long no key has come from somebody who waits for what takes long. */
const untilDrawn = 35;
const untilWaiting = 700;

/** Milliseconds: an effect that takes longer holds up the keys. */
export const holdingUp = 300;

/** An effect that cannot be worked out is not told; the choice itself still says why. */
export function effectOf(planner: Planner, before: Documents, documents: Documents): PlanEffect | undefined {
	try {
		return planner.effect(before, documents);
	} catch {
		return undefined;
	}
}

/**
Tries what Enter would do, once the key that led there has been drawn, and then, one at a time while no key comes, what it would do
on the other options: when somebody moves to one its effect is there already. What would hold up the keys is tried when none has come
for a while, and nothing beside it. `now`: milliseconds.
*/
export function trier(state: () => Ui, tell: (...events: readonly Event[]) => void, now: () => number) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOver = false;
	let known: { readonly of: Documents | undefined; readonly effects: Map<string, PlanEffect | undefined> } = {
		of: undefined,
		effects: new Map(),
	};
	/** Milliseconds that the last effect took: as long a key finds nothing in its way before the next is tried. */
	let took = 0;
	const work = (planner: Planner, documents: Documents, ui: Ui, action: SessionAction): void => {
		if (!ui.session) return;
		const started = now();
		const { estate, answers } = reduce(ui.session, action);
		known.effects.set(nameOf(action), effectOf(planner, documents, { estate, answers }));
		took = now() - started;
	};
	const untried = (ui: Ui): SessionAction | undefined =>
		ui.isTryingSlow || took > holdingUp
			? undefined
			: wouldDoBeside(ui).find((action) => !known.effects.has(nameOf(action)));
	const lookBeside = (): void => {
		const ui = state();
		const documents = ui.planned?.documents;
		const action = untried(ui);
		if (!action || !documents || documents !== known.of || !ui.planner || isOver) return;
		work(ui.planner, documents, ui, action);
		timer = setTimeout(lookBeside, Math.max(untilDrawn, took));
	};
	const tellKnown = (action: SessionAction, documents: Documents): void => {
		const name = nameOf(action);
		const effect = known.effects.get(name);
		tell({ type: 'tried', tried: { name, of: documents, ...(effect && { effect }) }, took });
	};
	return {
		/** What is in view may be another; the next key comes first and tries anew. */
		tryOut(): void {
			clearTimeout(timer);
			const ui = state();
			const documents = ui.planned?.documents;
			if (!documents || !ui.session || unplannedOf(ui) || isOver) return;
			if (known.of !== documents) known = { of: documents, effects: new Map() };
			const action = wouldDo(ui);
			if (!action || (ui.tried?.name === nameOf(action) && ui.tried.of === documents)) {
				if (untried(ui)) timer = setTimeout(lookBeside, untilDrawn);
			} else if (known.effects.has(nameOf(action))) tellKnown(action, documents);
			else {
				const wait = ui.isTryingSlow ? untilWaiting : untilDrawn;
				timer = setTimeout(() => {
					const at = state();
					if (!at.planner || at.planned?.documents !== documents || isOver) return;
					work(at.planner, documents, at, action);
					tellKnown(action, documents);
				}, wait);
			}
		},
		end(): void {
			isOver = true;
			clearTimeout(timer);
		},
	};
}
