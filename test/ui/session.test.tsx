import { afterEach, expect, test } from 'vitest';
import { newSession } from '../../source/app/session/new-session.ts';
import type { PlannedCell } from '../../source/discovery/events.ts';
import { HeadwaterError } from '../../source/errors.ts';
import { type Cell, emptyEstate } from '../../source/estate/estate.ts';
import { cells } from '../../source/ui/rows.ts';
import { ids } from '../peers/example-ids.ts';
import { exampleEstate, memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

let screen: ReturnType<typeof openScreen>;
afterEach(() => screen.close());

/** Opens the demo and goes to a screen by its number. */
async function at(stage: string, host = memoryHost(), size = {}) {
	screen = openScreen(host, size);
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press(stage);
	return host;
}

test('the walk goes from the start to the written export by keys, and is saved at every step', async () => {
	const host = memoryHost();
	screen = openScreen(host);
	await screen.shows('❯ The demo account');
	const steps: readonly (readonly [string, string | RegExp])[] = [
		[keys.enter, '✓ Done'],
		[keys.enter, 'Format and structure'],
		[keys.enter, 'Is scoring done in batches'],
		[keys.down, '❯ ( ) online'],
		[keys.enter, 'How much data is there today'],
		[keys.enter, 'Which compliance regimes apply'],
		[keys.space, '[✓] gdpr'],
		[keys.enter, 'Nothing is open'],
		[keys.enter, 'What else would do'],
		[keys.enter, 'How the data is brought together'],
		[keys.enter, 'Data Sources Layer'],
		[keys.enter, 'Each month $626'],
		[keys.enter, /finding|Nothing was found/],
		[keys.enter, 'Enter writes 2 of 2 files'],
		[keys.enter, '✓ 2 of 2 files are written'],
	];
	for (const [key, wanted] of steps) {
		screen.press(key);
		await screen.shows(wanted);
	}
	expect(host.saved.at(-1)).toMatchObject({
		stage: 'export',
		answers: { workload: { scoring: 'online', regime: ['gdpr'] }, sources: { [ids.historian]: { volume: 2e12 } } },
	});
});

test('without credentials the demo stands first; with them the account does', async () => {
	screen = openScreen(memoryHost());
	await screen.shows(/❯ The demo account[\s\S]*My AWS account/);
	screen.close();
	screen = openScreen(memoryHost({ profiles: { names: ['analytics'], ambient: false } }));
	await screen.shows(/❯ My AWS account +profiles analytics[\s\S]*The demo account/);
});

test('a session is resumed with its progress in sight, and the demo is one key away where it was asked for', async () => {
	const sessions = [
		{
			id: 'churn',
			title: 'Churn',
			folder: '/sessions/churn',
			stage: 'questions',
			savedAt: '2026-11-24T08:00:00Z',
			sources: 6,
			answers: 4,
		},
	] as const;
	screen = openScreen(memoryHost({ sessions }));
	await screen.shows(/❯ Resume Churn +Questions, 6 sources, 4 answers, 2 hours ago/);
	screen.close();
	screen = openScreen(memoryHost({ sessions }), { demo: true });
	await screen.shows('❯ The demo account');
});

test('each source shows four facts with value and provenance, or unknown', async () => {
	await at('2');
	const frame = await screen.shows('Security and compliance');
	for (const wanted of [
		'Location',
		'Where: AWS, Frankfurt, eu-central-1',
		'Format: json',
		'Structure: unknown',
		'Volume: 3 TB',
		'measured, cloudwatch, 2026-11-20',
		'Most sensitive content: unknown',
	]) {
		expect(frame).toContain(wanted);
	}
});

test('an answer is given for the sources that were filtered and marked, and undone', async () => {
	const host = await at('2');
	await screen.shows('6 sources');
	screen.press('/', 'rds', keys.enter, 'a', 'v');
	await screen.shows('for 2 sources');
	screen.press(keys.clear, '5 TB', keys.enter);
	await screen.shows('Volume: 5 TB, for 2 sources');
	const said = { [ids.orders]: { volume: 5e12 }, [ids.returns]: { volume: 5e12 } };
	expect(host.saved.at(-1)?.answers.sources).toEqual(said);
	screen.press('u');
	await screen.shows('undone');
	expect(host.saved.at(-1)?.answers.sources).toEqual({});
	screen.press(keys.redo);
	await screen.shows('there again');
	expect(host.saved.at(-1)?.answers.sources).toEqual(said);
});

test('what is answered for all sources is said once for all of them', async () => {
	const host = await at('2');
	await screen.shows('6 sources');
	screen.press('a', 'r');
	await screen.shows('for all sources');
	screen.press('jj', keys.space, keys.enter);
	await screen.shows('Compliance regimes: pci, for all sources');
	expect(host.saved.at(-1)?.answers.sources).toEqual({ '*': { regime: ['pci'] } });
});

test('a value that cannot be read is told in the field, which can be left backwards', async () => {
	const host = await at('3');
	await screen.shows('Is scoring done');
	screen.press(keys.tab);
	await screen.shows('How much data');
	screen.press(keys.clear, 'plenty', keys.enter);
	await screen.shows(/! Volume: "plenty" is not a size/);
	screen.press(keys.escape);
	await screen.shows('[2 Sources]');
	expect(host.saved.at(-1)?.answers.sources).toEqual({});
});

test('"not sure" is an answer, and an answer can be gone back to and taken back', async () => {
	const host = await at('3');
	await screen.shows('Is scoring done');
	screen.press(keys.notSure);
	await screen.shows('How much data');
	expect(host.saved.at(-1)?.answers.workload).toEqual({ scoring: 'unknown' });
	screen.press(keys.backTab);
	await screen.shows('2 open; answered');
	screen.press(keys.takeBack);
	await screen.shows('0 answered, 3 open');
	expect(host.saved.at(-1)?.answers.workload).toEqual({});
});

test('a route is chosen from the alternatives, and given back to the program', async () => {
	const host = await at('4');
	await screen.shows('5 flows');
	screen.press('c');
	await screen.shows('Another route for Web clickstream');
	screen.press('j', keys.enter);
	await screen.shows('Chosen:');
	expect(host.saved.at(-1)?.answers.choices.routes).toEqual({ [ids.clickstream]: 'datasync' });
	await screen.shows('You chose this route');
	screen.press('c', keys.enter);
	await screen.shows('The program chooses again');
	expect(host.saved.at(-1)?.answers.choices.routes).toEqual({});
});

test('what an answer would do to the plan stands beside it before it is given, and goes when another is looked at', async () => {
	const host = await at('3');
	await screen.shows('Is scoring done');
	await screen.shows('The plan so far');
	screen.press(keys.down);
	const frame = await screen.shows('A stream serves the features.');
	expect(frame).toMatch(/each month +\$626 becomes \$669/);
	expect(host.saved.at(-1)?.answers.workload).toEqual({});
	screen.press(keys.up);
	await screen.shows('The plan stays the same.');
	expect(screen.frame()).not.toContain('A stream serves');
});

test('a route is compared with the one in place before it is chosen', async () => {
	await at('4');
	await screen.shows('5 flows');
	screen.press('c', 'j');
	const frame = await screen.shows('Side by side');
	expect(frame).toMatch(/now +this/);
	expect(frame).toMatch(/each month +\$/);
	await screen.shows('The plan stays the same.');
});

test('sources are sorted, and filtered by their size and by what is known of them', async () => {
	await at('2');
	await screen.shows('6 sources');
	screen.press('oooo');
	await screen.shows(/Sorted by volume[\s\S]*|6 sources, by volume/);
	expect(await screen.shows('6 sources, by volume')).toMatch(/Web clickstream[\s\S]*Plant historian[\s\S]*orders/);
	screen.press('/', '>500GB', ' ', 'rds', keys.enter);
	await screen.shows('1 of 6 sources');
	screen.press(keys.escape);
	await screen.shows('6 sources, by volume');
	screen.press('/', 'json', keys.enter);
	await screen.shows('1 of 6 sources');
});

test('keys that come in one chunk are all honoured, also those that open another screen', async () => {
	const host = memoryHost();
	screen = openScreen(host);
	await screen.shows('❯ The demo account');
	screen.press('jjkk\r');
	await screen.shows('Done');
	screen.press('\rjjj\r');
	await screen.shows('Is scoring done');
	screen.press(keys.escape);
	await screen.shows('[2 Sources]');
	screen.press(`${keys.down}${keys.up}${keys.up}`);
	await screen.shows(/❯ \[ \] Machine/);
});

test('a paste goes into the field as one line', async () => {
	await at('3');
	await screen.shows('Is scoring done');
	screen.press(keys.tab);
	await screen.shows('How much data');
	screen.press(keys.clear, '\u001b[200~5\r\nTB\u001b[201~');
	await screen.shows('❯ 5 TB│');
});

test('the help lists what the keys do here, with the reason why one does nothing', async () => {
	await at('2');
	await screen.shows('6 sources');
	screen.press('?', 'undo');
	const frame = await screen.shows('There is nothing to undo.');
	expect(frame).toContain('Keys: Sources');
	expect(frame).not.toContain('mark all shown');
	screen.press(keys.escape);
	await screen.shows('mark all shown');
	screen.press(keys.escape);
	await screen.shows('6 sources');
});

test('what is found in the overlay of keys is done with enter, also by its name alone', async () => {
	await at('2');
	await screen.shows('6 sources');
	screen.press(':', 'all shown', keys.enter);
	await screen.shows('6 marked');
	screen.press(':', 'nothing like this');
	await screen.shows('Nothing here is called so.');
});

test('a cell that was not read is picked and asked again by itself, and only it becomes another', async () => {
	const cellIn = (kind: string, state: Cell['state']): Cell => ({
		...{ account: '111122223333', region: 'eu-central-1', kind, action: 'x:List' },
		...{ state, calls: 1, found: 0 },
	});
	const denied = [cellIn('kinesis-stream', 'denied'), cellIn('log-group', 'timed-out')];
	const asked: (PlannedCell | undefined)[] = [];
	const host = memoryHost({
		discover: async (_scope, { only }) => {
			asked.push(only);
			if (!only) return { ...exampleEstate, scanned: [...exampleEstate.scanned, ...denied] };
			return { ...emptyEstate, scanned: [cellIn(only.kind, 'empty')] };
		},
	});
	await at('1', host, { columns: 120, rows: 40 });
	await screen.shows('(1 of 2): kinesis-stream in eu-central-1 of 111122223333, denied.');
	screen.press(keys.tab);
	await screen.shows('(2 of 2): log-group in eu-central-1 of 111122223333, no answer in time.');
	screen.press('c');
	await screen.shows('log-group in eu-central-1 was asked again: read, nothing there.');
	await screen.shows('To be asked again by itself: kinesis-stream');
	screen.press('c');
	await screen.shows('kinesis-stream in eu-central-1 was asked again: read, nothing there.');
	screen.press('c');
	await screen.shows('Every cell was read.');
	expect(asked.map((only) => only?.kind)).toEqual([undefined, 'log-group', 'kinesis-stream']);
	const { estate } = host.saved.at(-1) ?? { estate: emptyEstate };
	expect(estate.sources).toEqual(exampleEstate.sources);
	expect(estate.gaps.map(({ about }) => about)).toEqual([]);
	expect(estate.scanned.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'empty', 'empty']);
});

test('a discovery that fails says why and what to do, and runs again on request', async () => {
	const fault = new HeadwaterError('expired', { message: 'The token has expired.', wayOut: 'Run aws sso login.' });
	let runs = 0;
	screen = openScreen(
		memoryHost({
			discover: async () => {
				runs += 1;
				if (runs === 1) throw fault;
				return exampleEstate;
			},
		}),
	);
	screen.press(keys.enter);
	await screen.shows(/× The token has expired\.\s+Run aws sso login\./);
	screen.press('r');
	await screen.shows('Done');
});

test('a scope that leads nowhere is not kept, and can be put right', async () => {
	const fault = new HeadwaterError('no-profile', { message: 'There is no profile nope.', wayOut: 'Name another.' });
	const host = memoryHost({
		profiles: { names: ['analytics'], ambient: false },
		discover: async ({ profiles }) => {
			if (profiles.includes('nope')) throw fault;
			return exampleEstate;
		},
	});
	screen = openScreen(host);
	await screen.shows('❯ My AWS account');
	screen.press(keys.enter, keys.clear, 'nope', keys.enter);
	await screen.shows('There is no profile nope.');
	screen.press(keys.escape);
	await screen.shows('❯ Profiles        nope│');
	expect(host.saved).toEqual([]);
	screen.press(keys.clear, 'analytics', keys.enter);
	await screen.shows('Done');
	expect(host.saved.at(-1)?.scope.profiles).toEqual(['analytics']);
});

test('a state that cannot be saved is told until it can', async () => {
	let isFull = true;
	const full = new HeadwaterError('unwritable-file', { message: 'The disk is full.', wayOut: 'Free some space.' });
	screen = openScreen(
		memoryHost({
			settled: async () => {
				if (isFull) throw full;
			},
		}),
	);
	screen.press(keys.enter);
	await screen.shows('Not saved: The disk is full.');
	isFull = false;
	screen.press('2');
	await expect.poll(screen.frame).not.toContain('Not saved');
});

test('a planner that fails on the session says so, and the sources can still be reached', async () => {
	screen = openScreen(
		memoryHost({
			planner: async () => ({
				...(await memoryHost().planner()),
				derive: () => {
					throw new Error('no route fits');
				},
				// biome-ignore lint/correctness/useYield: it fails before it could pause.
				*deriving() {
					throw new Error('no route fits');
				},
			}),
		}),
	);
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('4');
	await screen.shows('A fault of the program itself: no route fits');
	screen.press(keys.escape);
	await screen.shows('[2 Sources]');
});

test('the first question is read while the others are worked out, and keys wait for them', async () => {
	let isHeld = true;
	const planner = await memoryHost().planner();
	screen = openScreen(
		memoryHost({
			planner: async () => ({
				...planner,
				*deriving(documents, _, first) {
					first(planner.agenda(documents).slice(0, 1));
					while (isHeld) yield;
					return planner.derive(documents);
				},
			}),
		}),
	);
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('3');
	await screen.shows(/more to come[\s\S]*Is scoring done in batches[\s\S]*Planning/);
	screen.press(keys.down);
	screen.press(keys.enter);
	isHeld = false;
	await screen.shows('How much data is there today');
});

test('Ctrl-C quits with 130 from a field as well, q with 0', async () => {
	await at('3');
	await screen.shows('Is scoring done');
	screen.press(keys.tab, keys.interrupt);
	expect(await screen.store.ended).toBe(130);
	screen.close();
	screen = openScreen(memoryHost());
	screen.press('q');
	expect(await screen.store.ended).toBe(0);
});

test.each([
	[40, 10],
	[80, 24],
	[100, 30],
	[200, 60],
])('every screen keeps to a window of %i by %i, also with names that would break it', async (columns, rows) => {
	const [first, ...others] = exampleEstate.sources;
	if (!first) throw new TypeError('The example has no source.');
	const title = `日本語のバケット \u001b[2J\u202e ${'very-long-name-'.repeat(20)}`;
	const estate = { ...exampleEstate, sources: [{ ...first, title }, ...others] };
	await at('2', memoryHost({ discover: async () => estate }), { columns, rows });
	const marks = ['Sources', 'Questions', 'Routes', 'Strategy', 'Diagram', 'Cost', 'Findings', 'Export'];
	for (const [index, mark] of marks.entries()) {
		screen.press(String(index + 2));
		const frame = await screen.shows(new RegExp(`\\[(?:\\d )?${mark}\\]|${mark} \\d/9`));
		const lines = frame.split('\n');
		expect(lines.length).toBeLessThanOrEqual(rows);
		expect(lines.filter((line) => cells(line) > columns)).toEqual([]);
		expect(frame).not.toContain('\u202e');
	}
});

test('of a session that takes long to read the first sources are seen at once, keys wait for it, and nothing is saved before', async () => {
	const opened = newSession(
		'/sessions/large',
		'Large',
		{ demo: true, profiles: [], regions: [], folders: [], declared: [] },
		'2026-11-24T10:00:00Z',
	);
	const whole = { ...opened, stage: 'sources' as const, estate: exampleEstate };
	const few = { ...exampleEstate, sources: exampleEstate.sources.slice(0, 2) };
	let read: (value: { session: typeof whole }) => void = () => undefined;
	const host = memoryHost({
		glimpse: { folder: '/sessions/large', sources: 6, session: { ...whole, estate: few } },
		open: () =>
			new Promise((resolve) => {
				read = resolve;
			}),
	});
	screen = openScreen(host);
	await screen.shows(/6 sources[\s\S]*Reading 6 sources/);
	screen.press(keys.down, keys.down, keys.down);
	expect(host.saved).toEqual([]);
	await expect.poll(() => screen.store.state().waiting.length).toBe(3);
	read({ session: whole });
	await screen.shows(new RegExp(`❯ \\[ \\] ${exampleEstate.sources[3]?.title.slice(0, 8)}`));
	expect(screen.frame()).not.toContain('Reading');
	screen.press('3');
	await expect.poll(() => host.saved.at(-1)?.estate.sources.length).toBe(6);
});

test('a filled-in form is folded into the running session by its path, with who said so, and undone', async () => {
	const text = 'Name: Ada';
	const said = { workload: { scoring: 'online' }, places: {}, sources: {} };
	const read = {
		version: 1 as const,
		...said,
		choices: { routes: {} },
		told: [{ by: 'Ada', at: '2026-11-24', ...said }],
		at: '2026-11-24',
	};
	const host = await at(
		'2',
		memoryHost({
			answersIn: async (path) => {
				if (path === 'form.md') return read;
				throw new HeadwaterError('form-no-name', { message: `${path}, line 3: nobody is named.`, wayOut: text });
			},
		}),
	);
	await screen.shows('6 sources');
	screen.press('i', 'other.md', keys.enter);
	await screen.shows(/other\.md, line 3: nobody is named\.[\s\S]*Name: Ada/);
	screen.press(keys.clear, 'form.md', keys.enter);
	await screen.shows('1 fact answered by Ada. u undoes it.');
	expect(host.saved.at(-1)?.answers).toMatchObject({ workload: { scoring: 'online' }, told: [{ by: 'Ada' }] });
	screen.press('u');
	await screen.shows('undone');
	expect(host.saved.at(-1)?.answers.workload).toEqual({});
});

test('the picture is walked edge by edge and along the edges, and each says how much goes there, how, and why', async () => {
	await at('6');
	const first = await screen.shows(/❯\S.*▶/);
	expect(first).toMatch(/─{20,}\n +\S.*, by .* to /);
	expect(first).toMatch(/\+ \S/);
	screen.press('j');
	await expect.poll(() => screen.store.state().views.diagram.edge).toBe(1);
	screen.press('G', keys.tab);
	await screen.shows('It ends here');
	screen.press('g', keys.tab);
	await screen.shows(/❯ *shop-clickstream, read in/);
	screen.press(keys.backTab);
	await expect.poll(() => screen.store.state().views.diagram.edge).toBe(0);
});
