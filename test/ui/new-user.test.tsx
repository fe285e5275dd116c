import { afterEach, expect, test } from 'vitest';
import type { Offer } from '../../source/app/readiness/offer.ts';
import { ownKnowledge } from '../../source/app/session/derive.ts';
import { loadPlanner } from '../../source/app/session/planner.ts';
import type { SessionHost } from '../../source/app/session/session-host.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { act } from '../../source/ui/act.ts';
import { withView } from '../../source/ui/state.ts';
import { diagramRows, edgesOf } from '../../source/ui/telling/diagram.ts';
import { memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
const estate = await demoEstate();

let screen: ReturnType<typeof openScreen>;
afterEach(() => screen.close());

/** The demo, discovered, in a window of a size. */
async function onTheDemo(changes: Partial<SessionHost> = {}, size = {}): Promise<void> {
	screen = openScreen(memoryHost({ planner: async () => planner, discover: async () => estate, ...changes }), size);
	await screen.shows('The demo account');
	screen.press(keys.enter);
	await screen.shows('Done');
}

test('where a new plan has fewer edges than the one before, the cursor stands on its last edge and moves on from there', async () => {
	await onTheDemo();
	screen.press('6');
	await screen.shows('Data Sources Layer');
	const ui = withView(screen.store.state(), 'diagram', { edge: 9999 });
	const last = edgesOf(ui).length - 1;
	expect(diagramRows(ui).filter(([first]) => first?.role === 'chosen')).toHaveLength(1);
	expect(act(ui, 'up').views.diagram.edge).toBe(last - 1);
	expect(act(ui, 'down').views.diagram.edge).toBe(last);
});

test('an offer to read samples that comes late is not shown to whoever looks at another source by then', async () => {
	const waiting: ((offer: Offer) => void)[] = [];
	await onTheDemo({ offer: () => new Promise((resolve) => waiting.push(resolve)) });
	screen.press('2');
	await screen.shows('20 sources');
	screen.press('p');
	await expect.poll(() => waiting.length).toBe(1);
	screen.press(keys.escape);
	await screen.shows('source  ');
	screen.press('j', 'p');
	await expect.poll(() => waiting.length).toBe(2);
	const offer = { about: ['the first'], consent: {} as Offer['consent'], unable: [] };
	waiting[0]?.(offer);
	await new Promise((resolve) => setTimeout(resolve, 20));
	const shown = () => screen.store.state().views.sources.readiness;
	expect(shown()?.about).not.toContain('the first');
	expect(shown()?.offer).toBeUndefined();
});

test('where several options may hold, it is said that the effect is of what is ticked and not of the line under the cursor', async () => {
	await onTheDemo();
	screen.press('3');
	await screen.shows('From which field');
	screen.press(keys.tab);
	await screen.shows('compliance regimes');
	screen.press(keys.down);
	await screen.shows('If you take none of them');
	screen.press(keys.space);
	await screen.shows('If you take what is ticked');
	screen.press('G');
	await screen.shows('If you take this');
});

test('undo and redo say what they undo', async () => {
	await onTheDemo();
	screen.press('3');
	await screen.shows('From which field');
	screen.press('the label', keys.enter);
	await screen.shows('1 answered');
	screen.press(keys.enough);
	await screen.shows('18 flows');
	screen.press('c', 'j', keys.enter);
	await screen.shows('Chosen: ');
	screen.press('u');
	await screen.shows('Choice of a route: undone. ctrl+r brings it back.');
	screen.press('u');
	await screen.shows('Label: undone.');
	screen.press(keys.redo);
	await screen.shows('Label: there again.');
});

test('where a list and its details are both in view, tab says which of them the arrows move', async () => {
	await onTheDemo();
	screen.press('2');
	await screen.shows('20 sources');
	screen.press(keys.tab);
	await screen.shows('The arrows scroll the details; tab gives them back to the list.');
	screen.press(keys.tab);
	await screen.shows('The arrows move in the list.');
	screen.press('4');
	await screen.shows('18 flows');
	screen.press(keys.tab);
	await screen.shows('The arrows scroll the details');
	screen.resize({ columns: 40, rows: 10 });
	await screen.shows(/Routes 4\/9/);
	screen.press(keys.tab, keys.tab);
	await expect.poll(screen.frame).not.toContain('The arrows');
});

test('while nothing is written the export says so of its files, too', async () => {
	await onTheDemo();
	screen.press('9');
	await screen.shows('Files, none of them written yet');
	screen.press(keys.enter);
	await screen.shows('are written');
	expect(screen.frame()).not.toContain('none of them');
});

test('who has no credentials and names nothing is not told of an account that would be read', async () => {
	screen = openScreen(memoryHost());
	await screen.shows('The demo account');
	screen.press(keys.down, keys.down, keys.enter);
	await screen.shows('Nothing to look at is named yet.');
	screen.press('.');
	await screen.shows('No AWS account is asked.');
});
