import { afterEach, expect, test } from 'vitest';
import { memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

let screen: ReturnType<typeof openScreen>;
afterEach(() => screen.close());

/** The demo on the screen of the routes. */
async function routes(host = memoryHost(), size = {}) {
	screen = openScreen(host, size);
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('4');
	await screen.shows('[4 Routes]');
	return host;
}

/** Answers the first question with another value, and comes back to the routes. */
async function answered(): Promise<void> {
	screen.press('3');
	await screen.shows('Is scoring done in batches');
	screen.press(keys.down, keys.enter);
	await screen.shows('1 answered');
	screen.press(keys.enough);
	await screen.shows('[4 Routes]');
}

test('a plan is kept under a name, stands beside another with cost, dates and findings, and is taken again', async () => {
	const host = await routes();
	screen.press('V');
	await screen.shows('None is kept yet');
	screen.press('s', 'as it was', keys.enter);
	await screen.shows('kept as "as it was"');
	screen.press(keys.escape);
	await screen.shows('What else would do');
	await answered();
	screen.press('V', keys.down);
	await screen.shows(/This plan +\$626[\s\S]*❯ as it was +\$626[\s\S]*leads to this plan/);
	screen.press('s', keys.clear, 'streaming', keys.enter);
	await screen.shows(/❯ streaming +\$669[\s\S]*What "streaming" does otherwise[\s\S]*- A stream serves the features/);
	expect(host.saved.at(-1)?.variants).toMatchObject({
		'as it was': { workload: {} },
		streaming: { workload: { scoring: 'online' } },
	});
	screen.press(keys.up, keys.enter);
	await screen.shows('This is "as it was" now. u goes back.');
	expect(host.saved.at(-1)?.answers.workload).toEqual({});
	screen.press('u');
	await screen.shows('undone');
	expect(host.saved.at(-1)?.answers.workload).toEqual({ scoring: 'online' });
});

test('a variant that is dropped is gone, and the plan itself cannot be', async () => {
	const host = await routes();
	screen.press('V', 's', 'first', keys.enter);
	await screen.shows('kept as "first"');
	screen.press('d');
	await screen.shows('"first" is no longer kept');
	expect(host.saved.at(-1)?.variants).toEqual({});
	screen.press('d');
	await screen.shows('The plan itself stays');
});

test.each([
	[40, 10],
	[200, 60],
])('variants keep to a window of %i by %i', async (columns, rows) => {
	screen = openScreen(memoryHost(), { columns, rows });
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('4');
	await screen.shows(/\[4 Routes\]|Routes 4/);
	screen.press('V', 's', '日本語 '.repeat(30), keys.enter);
	const frame = await screen.shows('kept as');
	expect(frame.split('\n').length).toBeLessThanOrEqual(rows);
});

test('the words in view are explained as the catalogue and the vocabulary do, with the page of AWS', async () => {
	await routes();
	screen.press('e');
	const first = await screen.shows(/What these words mean[\s\S]*❯ /);
	expect(first).toMatch(/https:\/\/docs\.aws\.amazon\.com\//);
	screen.press(keys.escape);
	await screen.shows('What else would do');
	screen.press('3');
	await screen.shows('Is scoring done in batches');
	screen.press('e');
	await screen.shows(/❯ Scoring[\s\S]*Is scoring done in batches/i);
	screen.press(keys.escape);
	await screen.shows('Is scoring done in batches');
});
