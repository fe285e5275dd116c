import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ownKnowledge } from '../../../source/app/session/derive.ts';
import { loadPlanner } from '../../../source/app/session/planner.ts';
import { demoEstate } from '../../../source/discovery/demo/index.ts';
import { bindingsIn, keymap } from '../../../source/ui/keymap.ts';
import { type Mode, modes } from '../../../source/ui/mode.ts';
import { cells } from '../../../source/ui/rows.ts';
import { steps } from '../../../source/ui/tour/steps.ts';
import { offer } from '../../../source/ui/tour/tour.ts';
import { type MemoryHost, memoryHost } from '../memory-host.ts';
import { keys, openScreen } from '../screen.tsx';

const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
const estate = await demoEstate();
const next = '\u0019';
const end = '\u0018';

/** A machine on which nobody has taken the tour yet, and how often it was ended. */
function newMachine(changes: Partial<MemoryHost> = {}) {
	const ended: true[] = [];
	const host = memoryHost({
		planner: async () => planner,
		discover: async () => estate,
		isTourOver: false,
		endTour: () => {
			ended.push(true);
		},
		...changes,
	});
	return { host, ended };
}

/** What is done at each step, in order. */
const doing = [
	keys.enter,
	keys.down,
	keys.enter,
	keys.tab,
	keys.space,
	keys.enter,
	keys.enough,
	'c',
	keys.escape,
	// To the strategy, and from there to the diagram.
	keys.enter + keys.enter,
	keys.tab,
	keys.enter + keys.enter,
	keys.enter,
	keys.enter,
] as const;

test('the tour is offered on the start screen, and leads step by step through the session while one does what it says', async () => {
	const { host, ended } = newMachine();
	const screen = openScreen(host);
	await screen.shows('New here?');
	screen.press('t');
	for (const [index, key] of doing.entries()) {
		await screen.shows(`Tour ${index + 1} of ${steps.length}`);
		expect(ended).toEqual([]);
		screen.press(key);
	}
	await screen.shows('begins it again');
	expect(ended).toEqual([true]);
	expect(screen.frame()).not.toMatch(/Tour \d/);
	// What was ticked and answered on the way is an answer of the session.
	expect(host.saved.at(-1)).toMatchObject({ stage: 'export', answers: { workload: { regime: ['gdpr'] } } });
	screen.close();
});

test('one key brings the next hint, goes to the screen it belongs to, and changes nothing', async () => {
	const { host, ended } = newMachine({
		export: async ({ dryRun }) => {
			expect(dryRun).toBe(true);
			return { dryRun, verdicts: [] };
		},
	});
	const screen = openScreen(host);
	await screen.shows('New here?');
	screen.press('t');
	await screen.shows('Done');
	// The step over the list of other routes has its time only when that list is open.
	const seen = steps.flatMap(({ over }, index) => (over ? [] : [index + 1]));
	for (const number of seen) {
		await screen.shows(`Tour ${number} of ${steps.length}`);
		screen.press(next);
	}
	await screen.shows('begins it again');
	expect(ended).toEqual([true]);
	expect(host.saved.at(-1)).toMatchObject({ stage: 'export', past: [], answers: { workload: {} } });
	screen.close();
});

test('the tour can be refused before it begins and left at any moment, and is not offered again; a key begins it all the same', async () => {
	const refusing = newMachine();
	const refused = openScreen(refusing.host);
	await refused.shows('New here?');
	refused.press(end);
	await refused.shows('not offered again');
	expect(refused.frame()).not.toContain('New here?');
	expect(refusing.ended).toEqual([true]);
	refused.press('t');
	await refused.shows(`Tour 1 of ${steps.length}`);
	refused.close();

	const leaving = newMachine();
	const left = openScreen(leaving.host);
	left.press('t');
	await left.shows('Done');
	left.press('3');
	// Where text is typed it is left by the same key.
	await left.shows(`Tour 4 of ${steps.length}`);
	left.press('the label', end);
	await left.shows('not offered again');
	expect(left.frame()).not.toMatch(/Tour \d/);
	expect(left.frame()).toContain('the label');
	expect(leaving.ended).toEqual([true]);
	left.close();
});

test('nobody who took or refused the tour is offered it', async () => {
	const { host } = newMachine({ isTourOver: true });
	const screen = openScreen(host);
	await screen.shows('The demo account');
	expect(screen.frame()).not.toContain('New here?');
	screen.press(end);
	await screen.shows('It is not offered.');
	screen.press(keys.enter);
	await screen.shows('Done');
	expect(screen.frame()).not.toMatch(/Tour \d/);
	screen.press(next);
	await screen.shows('No tour is under way.');
	screen.close();
});

test('the tour follows whoever goes ahead or back by the keys of the session, and begins on any screen', async () => {
	const { host } = newMachine();
	const screen = openScreen(host);
	await screen.shows('New here?');
	screen.press(keys.enter);
	await screen.shows('Done');
	expect(screen.frame()).not.toMatch(/Tour \d/);
	// Hints of screens that were passed by are still there for whoever goes back.
	screen.press('4', 't');
	await screen.shows('Tour 8 of');
	screen.press('2');
	await screen.shows('Tour 2 of');
	screen.press('4', 'c', keys.escape);
	await screen.shows('The tour goes on at Strategy.');
	screen.press('2');
	await screen.shows('The tour goes on at Strategy.');
	screen.press('4', 'c');
	await screen.shows('when this is closed');
	screen.press(keys.escape);
	await screen.shows('goes on at');
	screen.press(next);
	await screen.shows(/\[5 Strategy\](?:.|\n)+Tour 10 of/u);
	screen.press('7');
	await screen.shows('Tour 12 of');
	screen.close();
});

const screenModes: Readonly<Record<string, readonly Mode[]>> = {
	questions: ['question to type', 'question to pick'],
};

test('every step waits for something that a key does on its screen, and names keys by what they do', () => {
	for (const { screen, over, does, says, brief } of steps) {
		const here = over ? [over] : (screenModes[screen] ?? [screen as Mode]);
		for (const mode of here) {
			expect(modes).toHaveProperty(mode);
			const bound = bindingsIn(mode).map(({ action }) => action);
			expect([screen, does.some((action) => bound.includes(action))]).toEqual([screen, true]);
		}
		const named = [...`${says} ${brief}`.matchAll(/\{(.+?)\}/g)].map(([, action]) => action);
		for (const action of named) expect(keymap.map((binding) => binding.action)).toContain(action);
	}
});

/** Every hint of the tour as it is drawn, walked by its own key. */
async function hints(columns: number, rows: number, ascii = false): Promise<readonly string[]> {
	const { host } = newMachine();
	const screen = openScreen(host, { columns, rows, ascii });
	const shown: string[] = [];
	const last = rows < 16 ? 4 : 6;
	const take = async (wanted: string | RegExp): Promise<void> => {
		const frame = await screen.shows(wanted);
		const lines = frame.split('\n').map((line) => line.trimEnd());
		expect(lines.length).toBeLessThanOrEqual(rows);
		expect(lines.filter((line) => cells(line) > columns)).toEqual([]);
		// The keys of the tour are seen whole.
		expect(frame).toMatch(/ctrl\+x (?:end|no tour)/);
		// What the plan says changes with the catalogue; where it stands and the hint with its keys are what is kept.
		shown.push([lines[0], ...lines.slice(-last)].join('\n'));
	};
	await take('New here?');
	screen.press('t');
	await screen.shows('Done');
	for (const [index, step] of steps.entries()) {
		const wanted = new RegExp(`Tour ${index + 1} of|^ ${index + 1}/${steps.length} `, 'm');
		if (step.over) {
			await screen.shows(new RegExp(`Tour ${index} of|^ ${index}/${steps.length} `, 'm'));
			screen.press('c');
			await take(wanted);
			screen.press(keys.escape);
			continue;
		}
		if (steps[index - 1]?.over) {
			await screen.shows('goes on at');
			screen.press(next);
			await expect.poll(screen.frame).not.toContain('goes on at');
		}
		await screen.shows(wanted);
		if (step.screen === 'export') await screen.shows(/writes/);
		if (step.screen === 'diagram') await screen.shows(/Landing/);
		await take(wanted);
		if (!steps[index + 1]?.over) screen.press(next);
	}
	screen.close();
	return shown;
}

test.each([
	[40, 10],
	[80, 24],
	[100, 30],
] as const)('every hint at %i by %i is as it was kept, and keeps to its window', async (columns, rows) => {
	const file = new URL(`../screens/tour-${columns}x${rows}.txt`, import.meta.url);
	const text = (await hints(columns, rows)).join(`\n${'='.repeat(columns)}\n`);
	await expect(`${text}\n`).toMatchFileSnapshot(fileURLToPath(file));
});

test('every hint is drawn in ASCII where that is asked for', async () => {
	expect([...new Set((await hints(80, 24, true)).join(''))].filter((sign) => sign > '~')).toEqual([]);
});

test('where there is room a hint has two lines and its keys, and leaves the rest to the screen', async () => {
	for (const frame of await hints(80, 24)) {
		const lines = frame.split('\n');
		expect(lines[1]).toMatch(/^ ─ (?:Tour|New)/);
	}
});

test('in a small window every hint is told whole', async () => {
	const told = (await hints(40, 10)).map((frame) =>
		frame
			.split('\n')
			.slice(1, 3)
			.map((line) => line.trim())
			.join(' '),
	);
	const wanted = [offer, ...steps].map(({ brief }, index) =>
		index === 0 ? brief : `${index}/${steps.length} ${brief}`,
	);
	const keyless = (text: string): string => text.replace(/\{.+?\}|ctrl\+n|\b[vV]\b/g, 'KEY');
	expect(told.map(keyless)).toEqual(wanted.map(keyless));
});

test('in a window too low for both, the screen goes before the hint', async () => {
	const { host } = newMachine();
	const screen = openScreen(host, { columns: 40, rows: 9 });
	await screen.shows('The demo account');
	expect(screen.frame()).not.toContain('New here?');
	screen.resize({ columns: 40, rows: 10 });
	await screen.shows('New here?');
	screen.resize({ columns: 100, rows: 30 });
	await screen.shows('five minutes');
	screen.close();
});

test('an answer that is refused brings no next hint, and its reason is seen beside the hint in the smallest window', async () => {
	const { host } = newMachine();
	const screen = openScreen(host, { columns: 40, rows: 10 });
	await screen.shows('New here?');
	screen.press('t');
	await screen.shows('Done');
	screen.press('3');
	await screen.shows('4/14');
	screen.press(keys.tab);
	await screen.shows('5/14');
	screen.press(keys.tab);
	await screen.shows('60 days');
	screen.press('?!', keys.enter);
	expect(await screen.shows(/^ ! \S/m)).toContain('5/14');
	screen.press(keys.clear, '9 h', keys.enter);
	await screen.shows('6/14');
	screen.close();
});
