import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { type Emulator, emulated, openEmulator, pointedTo } from '../peers/emulator.ts';
import { canary, seed } from '../peers/seeded.ts';
import { keys, openTerminal } from '../peers/terminal.ts';

const test = emulated();
let emulator: Emulator;
let home: string;
beforeAll(async () => {
	emulator = await openEmulator();
	await seed(emulator.url);
	home = await mkdtemp(join(tmpdir(), 'headwater-account-'));
});
afterAll(async () => {
	await emulator?.close();
	if (home) await rm(home, { recursive: true });
});

test('the walk goes by keys from the start to the written export on an account', async () => {
	const env = { ...pointedTo(emulator.url), HOME: home, XDG_STATE_HOME: join(home, 'state') };
	const at = openTerminal([], { cwd: home, env });
	try {
		await at.waitFor('❯ My AWS account');
		at.press(keys.enter);
		await at.waitFor('❯ Profiles');
		at.press(keys.clear, keys.tab, 'us-east-1, eu-central-1', keys.enter);
		await at.waitFor(/Done .*159 sources/, 120_000);
		at.press(keys.enter);
		await at.waitFor('159 sources');
		at.press('/', 'clicks', keys.enter);
		await at.waitFor('30 of 159 sources');
		at.press('a', 's');
		await at.waitFor('for 30 sources');
		at.press(keys.down, keys.enter);
		await at.waitFor('for 30 sources. u undoes it.');
		at.press(keys.enter);
		await at.waitFor(/\d+ answered, \d+ open/, 60_000);
		at.press(keys.enough);
		await at.waitFor('[4 Routes]');
		for (const [stage, wanted] of [
			['5', 'How the data is brought together'],
			['6', 'Data Sources Layer'],
			['7', /Each month \$/],
			['8', /\d+ findings/],
			['9', /Enter writes \d+ of \d+ files/],
		] as const) {
			at.press(stage);
			await at.waitFor(wanted, 60_000);
		}
		at.press(keys.enter);
		await at.waitFor(/\d+ of \d+ files are written/, 60_000);
		at.press('q');
		expect(await at.ended).toBe(0);
		const plan = JSON.parse(await readFile(join(home, 'pipeline/cdk/plan.json'), 'utf8')) as { sources: unknown[] };
		expect(plan.sources).toHaveLength(159);
		expect(at.written()).not.toContain(canary);
		expect(at.written()).not.toContain('not-a-secret');
	} finally {
		at.kill();
		await at.ended;
	}
});
