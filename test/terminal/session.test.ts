import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cli } from '../peers/program.ts';
import { keys, openTerminal, type Terminal } from '../peers/terminal.ts';

let home: string;
let terminal: Terminal | undefined;
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'headwater-session-'));
});
afterEach(async () => {
	terminal?.kill();
	await terminal?.ended;
	await rm(home, { recursive: true });
});

/** The program as a new user starts it: an empty home, and a folder to write into. */
function start(args: readonly string[] = [], size: { columns?: number; rows?: number } = {}): Terminal {
	terminal = openTerminal(args, { ...size, cwd: home, env: { HOME: home, XDG_STATE_HOME: join(home, 'state') } });
	return terminal;
}

/** From the start to the first question on the demo account. */
async function toTheQuestions(at: Terminal): Promise<string> {
	await at.waitFor('❯ The demo account');
	at.press(keys.enter);
	await at.waitFor(/Done .*\d+ sources/);
	at.press(keys.enter);
	await at.waitFor('Format and structure');
	at.press(keys.enter);
	return at.waitFor(/0 answered, \d+ open/);
}

/** What is asked: the lines after the one that counts, up to the question mark; the plan stands beside them. */
function asked(screen: string): string {
	const left = screen.split('\n').map((line) => (line.split('│')[0] ?? '').trim());
	const text = left.slice(left.findIndex((line) => /\d open/.test(line)) + 1).join(' ');
	return /^[^?]*\?/.exec(text)?.[0].trim() ?? '';
}

test('the walk reaches the written export from the start by keys alone', async () => {
	const at = start();
	await toTheQuestions(at);
	at.press(keys.notSure);
	await at.waitFor('1 answered');
	at.press(keys.enough);
	await at.waitFor('[4 Routes]');
	await at.waitFor('Why');
	at.press(keys.enter);
	await at.waitFor('How the data is brought together');
	at.press(keys.enter);
	await at.waitFor('Data Sources Layer');
	at.press(keys.enter);
	await at.waitFor(/Each month \$[\d,]+/);
	at.press(keys.enter);
	await at.waitFor(/\d+ findings/);
	at.press(keys.enter);
	await at.waitFor(/Enter writes \d+ of \d+ files/);
	at.press(keys.enter);
	const screen = await at.waitFor(/✓ \d+ of \d+ files are written/);
	expect(screen).toContain('headwater export plan.json -o pipeline');
	expect(await readdir(join(home, 'pipeline'))).toEqual(expect.arrayContaining(['cdk', 'glue']));
	at.press('q');
	expect(await at.ended).toBe(0);
	expect(at.isAlternate()).toBe(false);
	expect(at.text()).toContain('headwater --session');
});

test('kill -9 in the middle of the questions, and a restart continues at the same question', async () => {
	const first = start();
	await toTheQuestions(first);
	first.press(keys.notSure);
	await first.waitFor(/1 answered/);
	first.press(keys.notSure);
	const left = await first.waitFor(/2 answered, \d+ open/);
	// What is on the disk names the question in view; only then the program is killed.
	const [session = ''] = await readdir(join(home, 'state/headwater/sessions'));
	const folder = join(home, 'state/headwater/sessions', session);
	await expect
		.poll(async () => JSON.parse(await readFile(join(folder, 'session.json'), 'utf8')), { timeout: 5000 })
		.toMatchObject({ stage: 'questions', answers: 2, question: expect.stringContaining('@') });
	first.kill('SIGKILL');
	await first.ended;

	const again = start();
	await again.waitFor(/❯ Resume Demo account\s+Questions, \d+ sources, 2 answers/);
	again.press(keys.enter);
	const resumed = await again.waitFor(/2 answered, \d+ open/);
	expect(asked(left)).not.toBe('');
	expect(asked(resumed)).toBe(asked(left));
});

test('Ctrl-C ends with 130, restores the terminal and says where the work is kept', async () => {
	const at = start();
	await toTheQuestions(at);
	at.press(keys.interrupt);
	expect(await at.ended).toBe(130);
	expect(at.isAlternate()).toBe(false);
	expect(at.written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(at.written().lastIndexOf('\u001b[?25l'));
	expect(at.text()).toContain('Your work is kept');
});

test('the session opens that a flag names, and a new one is begun in a folder that is empty', async () => {
	const at = start(['--session', 'churn']);
	await at.waitFor('❯ The demo account');
	at.press(keys.enter);
	await at.waitFor('Done');
	at.press('q');
	expect(await at.ended).toBe(0);
	const again = start(['--session', 'churn']);
	await again.waitFor('[1 Discover]');
	await again.waitFor(/Done .*\d+ sources/);
});

test('keys that come all at once are all honoured, also before the catalogue is there', async () => {
	const at = start();
	await at.waitFor('❯ The demo account');
	at.press('jjkk\r');
	await at.waitFor('Done');
	at.press(`\r${keys.down}jj`);
	await at.waitFor(/\n {3}\[ \][^\n]*\n {3}\[ \][^\n]*\n {3}\[ \][^\n]*\n ❯ \[ \]/);
});

test('in a window of 40x10 the walk works, and every line keeps to it', async () => {
	const at = start([], { columns: 40, rows: 10 });
	await at.waitFor('❯ The demo account');
	at.press(keys.enter);
	await at.waitFor('Done');
	at.press(keys.enter);
	await at.waitFor('Sources 2/9');
	at.press(keys.enter);
	await at.waitFor('Questions 3/9');
	await at.waitFor(/❯/);
	for (const line of at.text().split('\n')) expect(line.length).toBeLessThanOrEqual(40);
});

test('the screen follows the window, and a window that is too small says so and loses nothing', async () => {
	const at = start();
	await at.waitFor('❯ The demo account');
	at.resize(30, 6);
	await at.waitFor(/Please enlarge the window/);
	at.resize(120, 40);
	await at.waitFor('❯ The demo account');
	at.resize(60, 16);
	await at.waitFor('❯ The demo account');
	expect(at.text().split('\n')).toHaveLength(16);
});

test('colours are the sixteen of the terminal, which follow the theme of its user', async () => {
	const at = start();
	await toTheQuestions(at);
	const codes = [
		...at
			.written()
			.replaceAll('\u001b[', 'CSI ')
			.matchAll(/CSI ([\d;]*)m/g),
	].map(([, code]) => code);
	expect(codes.length).toBeGreaterThan(20);
	expect(codes.filter((code) => !/^(?:[0-9]|2[0-9]|3[0-79]|4[0-79]|9[0-7])?$/.test(code ?? ''))).toEqual([]);
});

test('--ascii draws with nothing beyond ASCII, on every screen', async () => {
	const at = start(['--ascii']);
	await at.waitFor('> The demo account');
	at.press(keys.enter);
	await at.waitFor(/Done .*\d+ sources/);
	for (const [stage, mark] of [
		['2', 'Format and structure'],
		['4', 'Why'],
		['6', 'Data Sources Layer'],
		['7', 'Each month'],
		['8', 'findings'],
	] as const) {
		at.press(stage);
		const screen = await at.waitFor(mark);
		expect([...screen].filter((sign) => sign > '~')).toEqual([]);
	}
});

test('--linear takes its lines from a pipe, draws nothing, and keeps what was answered', () => {
	const { stdout, status } = spawnSync(process.execPath, [cli, '--linear', '--demo'], {
		cwd: home,
		input: '\n\n\nwhich customers leave\n:routes\n',
		encoding: 'utf8',
		env: { ...process.env, HOME: home, XDG_STATE_HOME: join(home, 'state') },
	});
	expect(status).toBe(0);
	expect(stdout).toContain('Questions, 3 of 9.');
	expect(stdout).toContain('Routes, 4 of 9.');
	expect(stdout).toContain('Your work is kept.');
	expect(stdout).not.toContain('\u001b');
});

test('NO_COLOR draws without any colour', async () => {
	terminal = openTerminal([], { cwd: home, env: { HOME: home, XDG_STATE_HOME: home, NO_COLOR: '1' } });
	await terminal.waitFor('❯ The demo account');
	expect(terminal.written().replaceAll('\u001b[', 'CSI ')).not.toMatch(/CSI [\d;]*m/);
});
