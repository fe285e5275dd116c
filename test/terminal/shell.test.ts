import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { inTmux, openShell, type Shell } from '../peers/tmux.ts';

const test = inTmux();

let home: string;
let shells: Shell[];
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'headwater-shell-'));
	shells = [];
});
afterEach(async () => {
	for (const shell of shells) shell.end();
	// The program may still be putting its last words away.
	await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

function shell(): Shell {
	const opened = openShell(home);
	shells.push(opened);
	return opened;
}

/** The demo, at its list of sources. */
async function atTheSources(at: Shell, options = ''): Promise<void> {
	at.line(`headwater ${options}`);
	await at.waitFor('❯ The demo account');
	at.press('Enter');
	await at.waitFor('Done');
	at.press('Enter');
	await at.waitFor('Format and structure');
}

test('Ctrl-Z gives the shell back as it was, and fg comes back to the same screen in the new size of the window', async () => {
	const at = shell();
	at.line('echo before');
	await atTheSources(at);
	at.press('j', 'C-z');
	const stopped = await at.waitFor(/Stopped/);
	expect(stopped).toContain('before');
	expect(stopped).not.toContain('Format and structure');
	at.line('stty -a | grep -o -- "-\\?icanon"');
	await at.waitFor(/^icanon/m);
	at.resize(72, 20);
	at.line('fg');
	const again = await at.waitFor('Sources  2 of 9');
	expect(again.split('\n').every((line) => line.length <= 72)).toBe(true);
	expect(again.trimEnd().split('\n')).toHaveLength(20);
	expect(again).toMatch(/ {3}\[ \][^\n]*\n ❯ \[ \]/);
	at.press('?');
	await at.waitFor('Keys: Sources');
});

test('after the end the normal screen says where the work is, and how to go on', async () => {
	const at = shell();
	at.line('echo before');
	await atTheSources(at);
	at.press('q');
	const end = await at.waitFor('Your work is kept. To go on:');
	expect(end).toContain('before');
	expect(end).toContain('headwater --session');
	expect(end).not.toContain('Format and structure');
	at.line('echo code $?');
	await at.waitFor('code 0');
});

test('the second window on a session can look at it and says who has it, until it takes it over', async () => {
	const [first, second] = [shell(), shell()];
	await atTheSources(first, '--session churn');
	second.line('headwater --session churn');
	await second.waitFor(/To look at only: open elsewhere, process \d+ on/);
	second.press('v');
	await second.waitFor(/process \d+ on \S+ has it open; T takes/);
	second.press('T');
	await second.waitFor(/\[2 Sources\]/);
	second.press('v');
	await second.waitFor('for customer-profiles');
	first.press('v', 'C-u', '5', 'Space', 'T', 'B', 'Enter');
	await first.waitFor('Not saved: This session is open elsewhere now');
});
