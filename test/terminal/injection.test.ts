import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownKnowledge } from '../../source/app/session/derive.ts';
import { loadPlanner } from '../../source/app/session/planner.ts';
import { visible } from '../../source/app/visible.ts';
import { HeadwaterError } from '../../source/errors.ts';
import { type Estate, emptyEstate } from '../../source/estate/estate.ts';
import { printEstate } from '../../source/estate/print-estate.ts';
import { openLinear } from '../../source/ui/linear/open.ts';
import { payloads, steering } from '../peers/payloads.ts';
import { headwater } from '../peers/program.ts';
import { memoryHost } from '../ui/memory-host.ts';
import { keys, openScreen } from '../ui/screen.tsx';

const at = '2026-11-24T10:00:00.000Z';

/** An estate in which everything that comes from outside is a payload: 300 sources, their places, tags, evidence and gaps. */
const hostile: Estate = {
	...emptyEstate,
	scanned: payloads.map((payload, index) => ({
		account: `${index}`,
		region: payload,
		kind: 's3-bucket',
		action: 's3:ListAllMyBuckets',
		state: 'ok',
		calls: 1,
		found: 1,
	})),
	places: [0, 1, 2].map((third) => {
		const names = payloads.slice(third * 100, third * 100 + 100);
		return {
			id: `place-${third}`,
			title: names.join(' place '),
			where: 'on-premises',
			facts: { owner: { value: names.join(' '), from: 'declared', evidence: names.join(' '), at } },
		};
	}),
	sources: payloads.map((payload, index) => ({
		id: `place-${index % 3}/${payload}`,
		kind: 'files',
		family: 'file',
		title: `${payload} title`,
		place: `place-${index % 3}`,
		region: payload,
		account: payload,
		facts: { volume: { value: 1e9 * (index + 1), from: 'measured', evidence: payload, at } },
	})),
	gaps: payloads.map((payload) => ({
		about: payload,
		why: `Denied ${payload}`,
		cure: `Allow ${payload}`,
		action: payload,
	})),
};

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-injection-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('there are 300 payloads, and each of them would steer a terminal', () => {
	expect(payloads).toHaveLength(300);
	expect(new Set(payloads).size).toBe(300);
	expect(
		payloads.filter((payload) => payload !== '\n' && !payload.includes('\n') && steering(payload).length === 0),
	).toEqual([]);
});

test('no screen lets anything through, at its top or anywhere below', async () => {
	const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
	const screen = openScreen(memoryHost({ planner: async () => planner, discover: async () => hostile }), { rows: 50 });
	const seen = new Set<string>();
	screen.press(keys.enter);
	await screen.shows('Done');
	for (const stage of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) {
		screen.press(stage === '4' ? keys.enough : '', stage);
		await screen.shows(new RegExp(`\\[${stage} `));
		for (let page = 0; page < (stage === '2' || stage === '1' ? 40 : 25); page += 1) {
			screen.press(keys.pageDown, ...(stage === '2' || stage === '4' ? ['J'] : []));
			await new Promise((resolve) => setImmediate(resolve));
			seen.add(screen.frame());
		}
		if (stage === '3') screen.press(keys.escape);
	}
	screen.close();
	const all = [...seen].join('\n');
	expect(seen.size).toBeGreaterThan(60);
	expect(steering(all)).toEqual([]);
});

test('no fault lets anything through, wherever it is shown', async () => {
	for (let index = 0; index < payloads.length; index += 10) {
		const payload = payloads.slice(index, index + 10).join('');
		const fault = new HeadwaterError('made-up', { message: `Broken ${payload}.`, wayOut: `Mend ${payload}.` });
		const failing = async (): Promise<never> => {
			throw fault;
		};
		const screen = openScreen(memoryHost({ discover: failing, settled: failing, planner: failing }));
		screen.press(keys.enter);
		await expect.poll(screen.frame).toMatch(/Broken/);
		expect(steering(screen.frame())).toEqual([]);
		screen.close();
	}
});

test('the session as lines lets nothing through', async () => {
	const planner = await loadPlanner(await ownKnowledge('0'), '2026-11-24');
	let said = '';
	await openLinear({
		host: memoryHost({ planner: async () => planner, discover: async () => hostile }),
		wanted: { demo: true, ascii: false },
		lines: (async function* () {
			yield* ['', '', '2', '/日本', '', ':routes', '2', '', '', '', ''];
		})(),
		prompt: '',
		columns: 100,
		print: (text) => {
			said += text;
		},
		note: () => undefined,
		signal: new AbortController().signal,
	});
	expect(said).toContain('Routes, 4 of 9.');
	expect(steering(said)).toEqual([]);
});

test('no command lets anything through, as text, as JSON or as a complaint, and JSON stays the same document', async () => {
	await writeFile(join(folder, 'estate.json'), printEstate(hostile));
	for (const args of [
		['plan', '--estate', 'estate.json'],
		['plan', '--estate', 'estate.json', '--json'],
		['questions', '--estate', 'estate.json'],
		['questions', '--estate', 'estate.json', '--json'],
		...payloads
			.filter((_, index) => index % 75 === 1)
			.map((payload) => ['plan', '--estate', payload.replaceAll('\0', '')]),
		['explain', '--demo', payloads[3] ?? ''],
		[payloads[7] ?? ''],
	]) {
		const { stdout, stderr } = await headwater(args, { cwd: folder });
		expect(stdout.length + stderr.length).toBeGreaterThan(10);
		expect([args, steering(stdout), steering(stderr)]).toEqual([args, [], []]);
	}
	await headwater(['plan', '--estate', 'estate.json', '-o', 'plan.json'], { cwd: folder });
	const { stdout } = await headwater(['plan', '--estate', 'estate.json', '--json'], { cwd: folder });
	expect(JSON.parse(stdout).sources).toEqual(JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')).sources);
});

test('what is printed is visible letter by letter, and reads back from JSON as it was', () => {
	for (const payload of payloads) {
		expect(steering(visible(payload))).toEqual([]);
		const sane = payload.isWellFormed() ? payload : payload.toWellFormed();
		expect(JSON.parse(visible(JSON.stringify({ name: sane })))).toEqual({ name: sane });
	}
});
