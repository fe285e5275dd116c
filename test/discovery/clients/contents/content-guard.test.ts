import { expect, test } from 'vitest';
import type { Caller } from '../../../../source/discovery/clients/call.ts';
import { openedForContents } from '../../../../source/discovery/clients/contents/content-guard.ts';
import { guarded } from '../../../../source/discovery/clients/guard.ts';
import { contentCalls } from '../../../../source/profiling/content-calls.ts';

function recorded() {
	const seen: string[] = [];
	const caller: Caller = {
		account: '123456789012',
		call: <Output>({ operation }: { operation: string }) => {
			seen.push(operation);
			return Promise.resolve({} as Output);
		},
	};
	return { caller, seen };
}
const ask = (service: 's3' | 'dynamodb', operation: string) => ({
	service,
	operation,
	region: 'eu-central-1',
	input: {},
});

test('a yes opens the declared reads of contents and nothing else', async () => {
	const { caller, seen } = recorded();
	const opened = openedForContents(caller, contentCalls);
	await opened.call(ask('s3', 'GetObject'));
	for (const [service, operation] of [
		['s3', 'PutObject'],
		['s3', 'DeleteObject'],
		['s3', 'ListBuckets'],
		['dynamodb', 'PutItem'],
		['dynamodb', 'GetItem'],
	] as const) {
		await expect(opened.call(ask(service, operation)), operation).rejects.toThrow(
			`The guard refused ${service}:${operation}`,
		);
	}
	const declared = openedForContents(caller, [
		{ ...contentCalls[0], operation: 'PutObject' } as (typeof contentCalls)[number],
	]);
	await expect(declared.call(ask('s3', 'PutObject'))).rejects.toThrow('The guard refused s3:PutObject');
	expect(seen).toEqual(['GetObject']);
});

test('the guard of discovery lets no read of contents through, even if it were declared', async () => {
	const { caller, seen } = recorded();
	const closed = guarded(caller, contentCalls);
	for (const { service, operation } of contentCalls.filter(({ operation }) => !operation.startsWith('List'))) {
		await expect(closed.call({ service, operation, region: 'eu-central-1', input: {} }), operation).rejects.toThrow(
			'The guard refused',
		);
	}
	expect(seen).toEqual([]);
});
