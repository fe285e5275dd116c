import { expect, test } from 'vitest';
import type { Call, Caller } from '../../../source/discovery/clients/call.ts';
import type { Keys } from '../../../source/discovery/clients/connection.ts';
import { renewing } from '../../../source/discovery/clients/renewing.ts';

const ask: Call = { service: 'rds', operation: 'DescribeDBInstances', region: 'eu-central-1', input: {} };
const expired = () => Object.assign(new Error('The security token has expired'), { name: 'ExpiredTokenException' });

/** Keys of which only the nth hold, and connections that are opened with whatever keys are given then. */
function account(holding: number, given: (nth: number) => Keys = keysOf) {
	let kept = given(0);
	const counts = { asked: 0, opened: 0, calls: 0 };
	const credentials = async ({ forceRefresh = false } = {}) => {
		if (forceRefresh) {
			counts.asked += 1;
			await new Promise((resolve) => setTimeout(resolve, 5));
			kept = given(counts.asked);
		}
		return kept;
	};
	const open = (): Caller => {
		counts.opened += 1;
		const own = kept;
		return {
			account: '123456789012',
			async call<Output>(): Promise<Output> {
				counts.calls += 1;
				if (own.accessKeyId !== `key-${holding}`) throw expired();
				return { own: own.accessKeyId } as Output;
			},
		};
	};
	return { caller: renewing(open, credentials), counts };
}
const keysOf = (nth: number): Keys => ({ accessKeyId: `key-${nth}`, secretAccessKey: 'x' });

test('calls whose keys have expired pause while the credentials are asked for once, and are made again with new keys', async () => {
	const { caller, counts } = account(1);
	const answers = await Promise.all(Array.from({ length: 20 }, () => caller.call(ask)));
	expect(new Set(answers.map((answer) => (answer as { own: string }).own))).toEqual(new Set(['key-1']));
	expect(counts).toEqual({ asked: 1, opened: 2, calls: 40 });
});

test('a call that begins while they are asked for waits for them', async () => {
	const { caller, counts } = account(1);
	const first = caller.call(ask);
	await new Promise((resolve) => setImmediate(resolve));
	await Promise.all([first, caller.call(ask)]);
	expect(counts.calls).toBe(3);
});

test.each([
	['gives the same keys again', () => keysOf(0)],
	[
		'gives none',
		(nth: number) => {
			if (nth > 0) throw new Error('sign in first');
			return keysOf(0);
		},
	],
])('where the provider %s, the refusal is told and it is not asked again', async (_, given) => {
	const { caller, counts } = account(1, given);
	const ends = await Promise.allSettled([caller.call(ask), caller.call(ask)]);
	expect(ends).toMatchObject([
		{ reason: { name: 'ExpiredTokenException' } },
		{ reason: { name: 'ExpiredTokenException' } },
	]);
	await expect(caller.call(ask)).rejects.toThrow('expired');
	expect(counts).toMatchObject({ asked: 1, opened: 1 });
});

test('keys that expire once more are renewed once more, but no call is made a third time', async () => {
	const { caller, counts } = account(2);
	await expect(caller.call(ask)).rejects.toThrow('expired');
	expect(await caller.call(ask)).toEqual({ own: 'key-2' });
	expect(counts).toEqual({ asked: 2, opened: 3, calls: 4 });
});

test('other refusals, and a call that was stopped, ask for nothing', async () => {
	const { caller, counts } = account(1);
	await expect(caller.call({ ...ask, signal: AbortSignal.abort() })).rejects.toThrow('expired');
	expect(counts.asked).toBe(0);
});
