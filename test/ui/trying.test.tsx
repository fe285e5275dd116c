import { afterEach, expect, test, vi } from 'vitest';
import type { Documents } from '../../source/app/session/derive.ts';
import type { Planner } from '../../source/app/session/planner.ts';
import { memoryHost } from './memory-host.ts';
import { keys, openScreen } from './screen.tsx';

let screen: ReturnType<typeof openScreen>;
afterEach(() => {
	vi.useRealTimers();
	screen.close();
});

/** The question how predictions are made, with the answers that were tried so far. */
async function asked(took = 0): Promise<readonly unknown[]> {
	const tried: unknown[] = [];
	let now = 0;
	const { planner: own } = memoryHost();
	const { effect, ...rest } = await own(undefined);
	const planner: Planner = {
		...rest,
		effect: (before: Documents, after: Documents) => {
			tried.push(after.answers.workload.scoring);
			now += took;
			return effect(before, after);
		},
	};
	screen = openScreen(memoryHost({ planner: async () => planner, now: () => new Date(now) }));
	await screen.shows('The demo account');
	screen.press(keys.enter);
	await screen.shows('Done');
	screen.press('3');
	await screen.shows('Is scoring done in batches');
	return tried;
}

test('while a question is read its options are tried, so that moving to one shows its effect in the frame of the key', async () => {
	const tried = await asked();
	await expect.poll(() => tried.toSorted()).toEqual(['online', 'unknown']);
	screen.press(keys.down);
	expect(await screen.shows(/❯ \( \) online/)).toContain('A stream serves the features.');
	screen.press(keys.up);
	await screen.shows('The plan stays the same');
	// What Enter would do on the line that was in view before is tried once; nothing is tried twice.
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(tried.toSorted()).toEqual(['batch', 'online', 'unknown']);
});

test('what takes long to try is tried when somebody stays on it, and nothing beside it', async () => {
	const tried = await asked(400);
	screen.press(keys.down);
	await screen.shows('A stream serves the features.');
	screen.press(keys.down);
	await screen.shows(/❯ \( \) not sure/);
	expect(screen.frame()).not.toContain('If you take this');
	await screen.shows('The plan stays the same');
	expect(tried.filter((one) => one === 'unknown')).toHaveLength(1);
});
