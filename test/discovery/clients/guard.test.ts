import { expect, test } from 'vitest';
import { guarded, readsMetadata } from '../../../source/discovery/clients/guard.ts';
import type { DeclaredCall } from '../../../source/discovery/collectors/collector.ts';
import { declaredCalls } from '../../../source/discovery/policy.ts';
import { tableCaller } from '../../peers/table-caller.ts';

const declared = (service: DeclaredCall['service'], operation: string, answers?: string): DeclaredCall => ({
	service,
	operation,
	action: `${service}:${operation}`,
	rate: 1,
	burst: 1,
	why: 'For the test.',
	...(answers === undefined ? {} : { answers }),
});
const ask = (service: DeclaredCall['service'], operation: string) => ({
	service,
	operation,
	region: 'eu-central-1',
	input: {},
});

test('a declared read of metadata goes through', async () => {
	const caller = guarded(tableCaller({ ListBuckets: { Buckets: [] } }), declaredCalls);
	expect(await caller.call(ask('s3', 'ListBuckets'))).toEqual({ Buckets: [] });
});

test('what is not declared never leaves the program', async () => {
	const behind = tableCaller({ DeleteBucket: {}, ListObjectsV2: {}, ListTables: {} });
	const caller = guarded(behind, [declared('s3', 'ListBuckets')]);
	for (const [service, operation] of [
		['s3', 'DeleteBucket'],
		['s3', 'ListObjectsV2'],
		['dynamodb', 'ListTables'],
	] as const) {
		await expect(caller.call(ask(service, operation))).rejects.toMatchObject({
			code: 'refused-call',
			blame: 'headwater',
			message: `The guard refused ${service}:${operation}: discovery makes only declared calls that read metadata.`,
		});
	}
	expect(behind.asked).toEqual([]);
});

test.each([
	'GetObject',
	'Scan',
	'Query',
	'GetItem',
	'BatchGetItem',
	'GetLogEvents',
	'FilterLogEvents',
	'StartQuery',
	'GetQueryResults',
	'GetRecords',
	'GetSecretValue',
	'PutObject',
	'CreateTable',
	'DeleteDBInstance',
	'ModifyDBInstance',
	'ExportTableToPointInTime',
	'listBuckets',
])('%s is refused even when somebody declares it', async (operation) => {
	const behind = tableCaller({ [operation]: {} });
	const caller = guarded(behind, [declared('s3', operation)]);
	await expect(caller.call(ask('s3', operation))).rejects.toMatchObject({ code: 'refused-call' });
	expect(behind.asked).toEqual([]);
});

test('every call that the collectors declare reads metadata', () => {
	expect(declaredCalls.filter(({ operation }) => !readsMetadata(operation))).toEqual([]);
});

test.each([
	['nothing', undefined],
	['an empty answer', {}],
	['an answer to something else', { TableNames: [] }],
])('%s that says success is not "no buckets"', async (_, answer) => {
	const caller = guarded(tableCaller({ ListBuckets: () => answer }), [declared('s3', 'ListBuckets', 'Buckets')]);
	await expect(caller.call(ask('s3', 'ListBuckets'))).rejects.toMatchObject({
		name: 'NotFromAws',
		message: 'the answer to s3:ListBuckets says success and carries no Buckets.',
	});
});
