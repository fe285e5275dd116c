import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { judgedOf } from '../../source/app/readiness/judge.ts';
import { readingAround } from '../../source/app/readiness/reading-around.ts';
import type { SampleRequest } from '../../source/app/readiness/sampling.ts';
import { ownKnowledge } from '../../source/app/session/derive.ts';
import { loadPlanner } from '../../source/app/session/planner.ts';
import type { SessionHost } from '../../source/app/session/session-host.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import type { Readiness } from '../../source/profiling/judging/report.ts';
import { usualLimits } from '../../source/profiling/limits.ts';
import { profileSources } from '../../source/profiling/profile.ts';
import { cells } from '../../source/ui/rows.ts';
import { memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
const estate = await demoEstate();
const now = () => new Date('2026-11-24T12:00:00Z');

/** Samples of the recorded account, as the thread reads them. */
async function sampled({ about, target }: SampleRequest): Promise<Readiness> {
	const { signal } = new AbortController();
	const figures = await profileSources({
		sources: estate.sources.filter(({ id }) => about.includes(id)),
		limits: usualLimits,
		...(target === undefined ? {} : { target }),
		clock: () => 0,
		around: await readingAround(estate, { now, signal, demo: true }),
	});
	return judgedOf(estate, figures, '0');
}

let screen: ReturnType<typeof openScreen>;
afterEach(() => screen.close());

/** The list of sources with one of them found by a filter. */
async function listed(filter: string, size = {}, changes: Partial<SessionHost> = {}) {
	const requests: SampleRequest[] = [];
	const host = memoryHost({
		planner: async () => planner,
		discover: async () => estate,
		sample: (request) => {
			requests.push(request);
			return sampled(request);
		},
		...changes,
	});
	screen = openScreen(host, { ...size, demo: true });
	await screen.shows('The demo account');
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('2');
	await screen.shows('20 sources');
	screen.press('/', filter, keys.enter);
	await screen.shows(/ of 20/);
	return { host, requests };
}

test('samples are read after a yes that names them and what they cost; no other key begins', async () => {
	const { requests } = await listed('clickstream-archive');
	screen.press('p');
	await screen.shows(/In all at most 60 MB, 2,000,000 rows and 2 min, 840 requests; it costs at most \$0\.01/);
	await screen.shows('Nothing has been read');
	screen.press(keys.enter, keys.space, 'j', 'r', 'w', 'x');
	await screen.shows('Nothing has been read');
	expect(requests).toEqual([]);
	screen.press(keys.escape);
	await screen.shows('source  ');
	expect(requests).toEqual([]);
	screen.press('p');
	await screen.shows('Nothing has been read');
	screen.press('y');
	await screen.shows('1 source measured');
	expect(requests.map(({ about }) => about)).toEqual([['arn:aws:s3:::brightmoor-clickstream-archive']]);
});

test('the target column is named before the yes, and judged', async () => {
	const { requests } = await listed('customer-profiles', { rows: 100 });
	screen.press('p');
	await screen.shows('t names the one');
	screen.press('t', 'churned', keys.enter);
	await screen.shows('Target column: churned');
	screen.press('y');
	await screen.shows('1 source measured');
	expect(requests[0]?.target).toBe('churned');
	await screen.shows(/rarest in 17\.7 %/);
});

test('what was measured enters the plan, and undo takes it back from the session and the screen', async () => {
	const { host } = await listed('equipment-logs');
	screen.press('p');
	await screen.shows('Nothing has been read');
	screen.press('y');
	await screen.shows('1 source measured');
	const structure = () =>
		host.saved.at(-1)?.estate.sources.find(({ title }) => title === 'brightmoor-equipment-logs')?.facts['keys.known'];
	expect(structure()).toMatchObject({ from: 'measured', value: true });
	screen.press('u');
	await screen.shows('What was measured: undone');
	expect(structure()).toBeUndefined();
	expect(host.saved.at(-1)?.readiness).toBeUndefined();
	screen.press(keys.redo, 'p');
	await screen.shows('2,400 of about');
});

test('a reading shows how far it is, and x takes what was read until then', async () => {
	let release: (readiness: Readiness) => void = () => undefined;
	let aborted = false;
	await listed(
		'archive',
		{},
		{
			sample: (_request, _answers, onSampled, signal) =>
				new Promise((resolve) => {
					release = resolve;
					onSampled({ title: 'clicks', done: 1, of: 3, bytes: 4e6, rows: 20_000 });
					signal.addEventListener('abort', () => {
						aborted = true;
					});
				}),
		},
	);
	screen.press('p');
	await screen.shows('Nothing has been read');
	screen.press('y');
	await screen.shows(/1 of 3 sources[\s\S]*clicks[\s\S]*4 MB, 20,000 rows/);
	screen.press(keys.escape);
	await screen.shows('20 sources');
	screen.press('p');
	await screen.shows('1 of 3 sources');
	screen.press('x');
	await expect.poll(() => aborted).toBe(true);
	release({ version: 1, madeBy: 'headwater 0', sources: [] });
	await screen.shows('0 sources measured');
});

test('the report is written from its screen, under the name that is typed', async () => {
	await listed('equipment-logs');
	screen.press('p');
	await screen.shows('Nothing has been read');
	screen.press('y');
	await screen.shows('1 source measured');
	screen.press('w');
	await screen.shows('Write the report to');
	screen.press(keys.clear, 'logs', keys.enter);
	await screen.shows('Written: logs.md, logs.html, logs.json');
});

test('what cannot be read in samples says so, and there is nothing to agree to', async () => {
	const { requests } = await listed('nas');
	screen.press('p');
	await screen.shows('cannot be read in samples');
	screen.press('y');
	await screen.shows('None of these can be read in samples');
	expect(requests).toEqual([]);
});

test.each([
	[40, 10],
	[80, 24],
	[100, 30],
	[200, 60],
])('the question, and all of the report, at %i by %i are as they were kept', async (columns, rows) => {
	await listed('clickstream-archive', { columns, rows });
	const shown: string[] = [];
	const take = (frame: string): void => {
		const lines = frame.split('\n').map((line) => line.trimEnd());
		expect(lines.length).toBeLessThanOrEqual(rows);
		expect(lines.filter((line) => cells(line) > columns)).toEqual([]);
		shown.push(lines.join('\n'));
	};
	screen.press('p');
	take(await screen.shows(/would read/));
	screen.press('y');
	take(await screen.shows('1 source measured'));
	while (screen.frame().includes('more lines)')) {
		const last = screen.frame();
		screen.press(keys.pageDown);
		await expect.poll(screen.frame).not.toBe(last);
		take(screen.frame());
	}
	await expect(`${shown.join(`\n${'='.repeat(columns)}\n`)}\n`).toMatchFileSnapshot(
		fileURLToPath(new URL(`screens/readiness-${columns}x${rows}.txt`, import.meta.url)),
	);
});
