import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keys, openTerminal, type Terminal } from '../peers/terminal.ts';

let home: string;
let terminal: Terminal | undefined;
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'headwater-end-'));
});
afterEach(async () => {
	terminal?.kill();
	await terminal?.ended;
	await rm(home, { recursive: true });
});

/** The demo with one answer given. */
async function answered(env: Readonly<Record<string, string>> = {}): Promise<Terminal> {
	const at = openTerminal([], { cwd: home, env: { HOME: home, XDG_STATE_HOME: join(home, 'state'), ...env } });
	terminal = at;
	await at.waitFor('❯ The demo account');
	at.press(keys.enter);
	await at.waitFor(/Done .*\d+ sources/);
	at.press('2');
	await at.waitFor('Format and structure');
	at.press('v', keys.clear, '5 TB', keys.enter);
	await at.waitFor('Volume: 5 TB');
	return at;
}

/** What is on the disk of the only session. */
async function kept(): Promise<string> {
	const sessions = join(home, 'state/headwater/sessions');
	const [session = ''] = await readdir(sessions);
	expect(await readdir(join(sessions, session))).not.toContain('open.lock');
	return readFile(join(sessions, session, 'answers.yaml'), 'utf8');
}

const isRestored = (at: Terminal): boolean => {
	const all = at.written();
	const off = (on: string, end: string): boolean => all.lastIndexOf(end) > all.lastIndexOf(on);
	return (
		!at.isAlternate() &&
		off('\u001b[?25l', '\u001b[?25h') &&
		off('\u001b[?2004h', '\u001b[?2004l') &&
		off('\u001b[?1049h', '\u001b[?1049l')
	);
};

test.each([
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGINT', 130],
] as const)('%s restores the terminal, says where the work is, and ends with %i', async (signal, code) => {
	const at = await answered();
	at.kill(signal);
	expect(await at.ended).toBe(code);
	expect(isRestored(at)).toBe(true);
	expect(at.text()).toContain('Your work is kept. To go on:');
	expect(await kept()).toContain('5 TB');
});

test('a fault of the program restores the terminal, notes what led to it, and loses no answer', async () => {
	const code = "process.on('SIGUSR2',()=>{throw new Error('made for the test')})";
	const hook = `data:text/javascript,${encodeURIComponent(code).replaceAll("'", '%27')}`;
	const at = await answered({ NODE_OPTIONS: `--import ${hook}` });
	at.kill('SIGUSR2');
	expect(await at.ended).toBe(70);
	expect(isRestored(at)).toBe(true);
	expect(at.text()).toContain('A fault of the program itself: made for the test');
	expect(at.text()).toContain('Your work is kept. To go on:');
	expect(await readFile(join(home, 'state/headwater/faults.log'), 'utf8')).toContain('Error: made for the test');
	expect(await kept()).toContain('5 TB');
});

test('a terminal that goes away ends the program, and loses no answer', async () => {
	const at = await answered();
	at.hangUp();
	await at.ended;
	expect(await kept()).toContain('5 TB');
});

test('a session that cannot be opened says so on the screen as it was', async () => {
	await writeFile(join(home, 'notes.txt'), 'not a session');
	const at = openTerminal(['--session', '.'], { cwd: home, env: { HOME: home, XDG_STATE_HOME: join(home, 'state') } });
	terminal = at;
	expect(await at.ended).toBe(2);
	expect(at.isAlternate()).toBe(false);
	expect(at.written()).toMatch(/\[\?25h.*\[\?1049l[^[]*no session of this program/s);
});
