import { expect, test } from 'vitest';
import type { Call } from '../../../source/discovery/clients/call.ts';
import { type Kept, type Memory, remembering } from '../../../source/discovery/clients/remembering.ts';
import { awsError, denied, type Table, tableCaller } from '../../peers/table-caller.ts';

const ask: Call = {
	service: 'rds',
	operation: 'DescribeDBInstances',
	region: 'eu-central-1',
	input: { MaxRecords: 100 },
};
const born = new Date('2026-11-25T09:00:00Z');

/** A memory that, like a file, holds texts. */
function memory(): Memory & { readonly held: Map<string, string> } {
	const held = new Map<string, string>();
	return {
		held,
		recall: async (key) => {
			const text = held.get(key);
			return text === undefined ? undefined : (JSON.parse(text) as Kept);
		},
		keep: (key, kept) => void held.set(key, JSON.stringify(kept)),
	};
}
function remembered(table: Table, kept = memory()) {
	const behind = tableCaller(table);
	return { caller: remembering(behind, kept), behind, kept };
}

test('what was answered once is never asked for again, and comes back as it was, dates included', async () => {
	const answer = { DBInstances: [{ DBInstanceArn: 'arn:a', InstanceCreateTime: born, AllocatedStorage: 5 }] };
	const first = remembered({ DescribeDBInstances: { ...answer, $metadata: { requestId: 'r' } } });
	expect(await first.caller.call(ask)).toMatchObject(answer);
	const second = remembered({ DescribeDBInstances: awsError('must not be asked') }, first.kept);
	expect(await second.caller.call(ask)).toEqual(answer);
	expect(second.behind.asked).toEqual([]);
});

test('another input, region or account is another question', async () => {
	const { caller, behind, kept } = remembered({ DescribeDBInstances: { DBInstances: [] } });
	await caller.call(ask);
	await caller.call({ ...ask, input: { MaxRecords: 100, Marker: 'more' } });
	await caller.call({ ...ask, region: 'us-east-1' });
	await caller.call({ ...ask });
	const other = tableCaller({ DescribeDBInstances: { DBInstances: [] } }, '999999999999');
	await remembering(other, kept).call(ask);
	expect([behind.asked.length, other.asked.length]).toEqual([3, 1]);
});

test('what is asked twice at the same time is asked once', async () => {
	const { caller, behind } = remembered({ DescribeDBInstances: async () => ({ DBInstances: [] }) });
	await Promise.all([caller.call(ask), caller.call(ask), caller.call(ask)]);
	expect(behind.asked).toHaveLength(1);
});

test('whoever asked first may be stopped; the others get their answer all the same', async () => {
	const stop = new AbortController();
	const { caller } = remembered({
		DescribeDBInstances: ({ signal }) =>
			signal === stop.signal
				? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
				: { DBInstances: [1] },
	});
	const first = caller.call({ ...ask, signal: stop.signal });
	const second = caller.call(ask);
	stop.abort();
	await expect(first).rejects.toMatchObject({ name: 'AbortError' });
	expect(await second).toEqual({ DBInstances: [1] });
});

test('"there is none" is an answer and is kept; a refusal may be cured and is not', async () => {
	const none = remembered({ DescribeDBInstances: awsError('NoSuchTagSet', 'none', 404) });
	const again = remembered({}, none.kept);
	for (const { caller } of [none, again]) {
		await expect(caller.call(ask)).rejects.toMatchObject({ name: 'NoSuchTagSet', $metadata: { httpStatusCode: 404 } });
	}
	const refused = remembered({ DescribeDBInstances: denied('rds:DescribeDBInstances') });
	await expect(refused.caller.call(ask)).rejects.toThrow('not authorized');
	expect(refused.kept.held.size).toBe(0);
});

test('a secret in an answer reaches neither the collector nor the memory', async () => {
	const canary = 'canary-7f3e91';
	const { caller, kept } = remembered({
		DescribeDBInstances: { DBInstances: [{ Password: canary, Url: `x://u:${canary}@h` }] },
	});
	expect(JSON.stringify(await caller.call(ask)) + [...kept.held.values()].join()).not.toContain(canary);
});
