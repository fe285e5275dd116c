import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keys, openTerminal, type Terminal } from '../peers/terminal.ts';

let home: string;
let terminal: Terminal | undefined;
beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'headwater-tour-'));
});
afterEach(async () => {
	terminal?.kill();
	await terminal?.ended;
	await rm(home, { recursive: true });
});

function start(args: readonly string[] = [], columns = 100, rows = 30): Terminal {
	terminal = openTerminal(args, { columns, rows, cwd: home, env: { HOME: home, XDG_STATE_HOME: join(home, 'state') } });
	return terminal;
}

test('the tour leads through the whole session by the keys it tells, and is not offered again', async () => {
	const at = start();
	await at.waitFor('New here?');
	at.press('t');
	await at.waitFor(/Done .*\d+ sources/);
	const walk: readonly (readonly [string | RegExp, ...string[]])[] = [
		['Tour 1 of 14', keys.enter],
		['Tour 2 of 14', keys.down],
		['Tour 3 of 14', keys.enter],
		['Tour 4 of 14', keys.tab],
		['Tour 5 of 14', keys.space],
		['Tour 6 of 14', keys.enter],
		['Tour 7 of 14', keys.enough],
		['Tour 8 of 14', 'c'],
		['Tour 9 of 14', keys.escape],
		['goes on at Strategy', keys.enter],
		['side by side|comes together', keys.enter],
		['Tour 11 of 14', keys.tab],
		['goes on at Cost', keys.enter],
		['line by line, at list prices', keys.enter],
		['Tour 13 of 14', keys.enter],
		[/Enter writes \d+ of \d+ files/, keys.enter],
	];
	for (const [wanted, ...pressed] of walk) {
		await at.waitFor(new RegExp(wanted));
		at.press(...pressed);
	}
	await at.waitFor('begins it again');
	await at.waitFor(/✓ \d+ of \d+ files are written/);
	at.press('q');
	expect(await at.ended).toBe(0);
	expect((await stat(join(home, 'state/headwater/tour-over'))).mode & 0o777).toBe(0o600);

	const again = start();
	await again.waitFor('❯ Resume Demo account');
	expect(again.text()).not.toContain('New here?');
});

test('a tour that is left by closing the program is offered once more, and one that is refused never', async () => {
	const left = start([], 40, 10);
	await left.waitFor('New here?');
	left.press('t');
	await left.waitFor('1/14 ');
	left.press('q');
	expect(await left.ended).toBe(0);

	const refused = start();
	await refused.waitFor('New here?');
	refused.press('\u0018');
	await refused.waitFor('not offered again');
	refused.press('q');
	expect(await refused.ended).toBe(0);

	const never = start();
	await never.waitFor('Quit');
	expect(never.text()).not.toContain('New here?');
});
