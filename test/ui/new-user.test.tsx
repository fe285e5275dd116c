import { afterEach, expect, test } from 'vitest';
import type { Offer } from '../../source/app/readiness/offer.ts';
import { ownKnowledge } from '../../source/app/session/derive.ts';
import { newSession } from '../../source/app/session/new-session.ts';
import { loadPlanner } from '../../source/app/session/planner.ts';
import type { SessionHost } from '../../source/app/session/session-host.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { type Estate, emptyEstate } from '../../source/estate/estate.ts';
import { act } from '../../source/ui/act.ts';
import { clip, span } from '../../source/ui/rows.ts';
import { withView } from '../../source/ui/state.ts';
import { diagramRows, edgesOf } from '../../source/ui/telling/diagram.ts';
import { memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
const estate = await demoEstate();
const now = '2026-11-24T10:00:00.000Z';
const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };

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

test('in a small window a session that is open elsewhere keeps its keys, and says in its first line that it can be looked at only', async () => {
	const session = { ...newSession('/sessions/held', 'Held', scope, now), stage: 'sources' as const, estate };
	const heldBy = { pid: 7, host: 'there', since: now };
	const host = memoryHost({ planner: async () => planner, given: { session, heldBy } });
	screen = openScreen(host, { columns: 60, rows: 10 });
	const frame = await screen.shows('20 sources');
	expect(frame.split('\n')[0]).toContain('! to look at only');
	expect(frame.split('\n').at(-1)).toMatch(/T take it over/);
	screen.resize({ columns: 100, rows: 30 });
	await screen.shows('To look at only: open elsewhere, process 7 on there');
});

test('a route that differs from the one in place by its line alone is taken, and says that the place shares the line', async () => {
	const folder: Estate = {
		...emptyEstate,
		places: [{ id: 'here', title: 'This machine', where: 'on-premises', facts: {} }],
		sources: [
			{
				id: 'orders',
				title: 'orders (csv)',
				kind: 'folder',
				family: 'file',
				place: 'here',
				facts: { volume: { value: 224_000, from: 'measured', evidence: 'files', at: now } },
			},
		],
	};
	screen = openScreen(memoryHost({ planner: async () => planner, discover: async () => folder }));
	await screen.shows('The demo account');
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('4');
	await screen.shows('1 flow');
	screen.press('c', 'jj');
	const frame = await screen.shows('It differs in its line alone');
	expect(frame).toContain('❯ AWS Site-to-Site VPN');
	screen.press(keys.enter);
	await screen.shows('Chosen: AWS Site-to-Site VPN.');
	expect(screen.store.state().session?.answers.choices.routes).toEqual({ orders: 'site-to-site-vpn' });
	await screen.shows('You chose this route.');
});

test('a notice that is longer than a line is told whole, in a small window as well, and gives the room back with the next key', async () => {
	await onTheDemo({}, { columns: 40, rows: 10 });
	screen.press('2');
	await screen.shows('20 sources');
	screen.store.tell({ type: 'reported', files: ['/home/somebody/readiness-of-the-year.md', '/home/somebody/r.json'] });
	const frame = await screen.shows('Written');
	const lines = frame.split('\n');
	expect(lines.length).toBeLessThanOrEqual(10);
	expect(lines.slice(-3).join(' ')).toMatch(/✓ Written:.*readiness-of-the-year\. +md, \/home\/somebody\/r\.json/);
	screen.press('j');
	await screen.shows('enter to the questions');
	screen.resize({ columns: 100, rows: 30 });
	screen.store.tell({ type: 'reported', files: ['a'.repeat(60), 'b'.repeat(60), 'c'] });
	const large = await screen.shows('Written');
	expect(large.split('\n').at(-1)).toContain('enter to the questions');
	expect(large).toContain('b'.repeat(60));
});

test.each([
	[80, 24],
	[60, 14],
] as const)(
	'whoever looks at another strategy sees what it does to the plan, at %i by %i as well',
	async (columns, rows) => {
		await onTheDemo({}, { columns, rows });
		screen.press('5');
		await screen.shows('How the data is brought');
		screen.press('c');
		await screen.shows('Let the program choose');
		for (const strategy of ['Federation', 'Hybrid', 'Lakehouse', 'Stream processing']) {
			screen.press('j');
			const frame = await screen.shows(new RegExp(`❯ ${strategy}(?:.|\\n)*If you take this`));
			expect(frame.split('\n').filter((line) => line.trimStart().startsWith('❯'))).toHaveLength(1);
		}
	},
);

test.each([
	[80, 24],
	[60, 14],
	[40, 10],
] as const)('the effect of an answer is in view while it is given, at %i by %i as well', async (columns, rows) => {
	await onTheDemo({}, { columns, rows });
	screen.press('3');
	await screen.shows('From which field');
	screen.press(keys.tab);
	await screen.shows('gdpr');
	screen.press(keys.space);
	const frame = await screen.shows(/each month +\$4,274 (?:becomes|→) \$5,284/);
	expect(frame).toMatch(/❯ \[✓\] gdpr/);
	expect(frame.split('\n').length).toBeLessThanOrEqual(rows);
	screen.press(keys.down, keys.down, keys.down);
	expect(await screen.shows(/❯ \[ \] soc2/)).toMatch(/each month +\$/);
});

test('a line that has no room for all of it says so with a sign, so that no amount passes for another', () => {
	const text = (columns: number): string =>
		clip([span('once '), span('$30,451', 'strong'), span('   ')], columns)
			.map((run) => run.text)
			.join('');
	expect(text(12)).toBe('once $30,451');
	expect(text(14)).toBe('once $30,451  ');
	expect(text(11)).toBe('once $30,4…');
	expect(text(5)).toBe('once…');
	const wide = clip([span('日本語')], 5).map((run) => run.text);
	expect(wide.join('')).toBe('日本…');
	expect(
		clip([span('日本語')], 4)
			.map((run) => run.text)
			.join(''),
	).toBe('日 …');
});
