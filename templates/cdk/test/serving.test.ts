import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { everyService } from './plans.ts';
import { template } from './reading.ts';

const { itemOf, handle } = createRequire(import.meta.url)('../functions/serve.cjs');

const record = (content: unknown, sequenceNumber = '49590338271490256608559692538361571095921575989136588898') => ({
	kinesis: { sequenceNumber, data: Buffer.from(JSON.stringify(content)).toString('base64') },
});

test('a function writes what a stream brings to a table that is kept, and what it cannot write waits in a queue', () => {
	const plan = everyService();
	template(plan, 'lake').hasResource('AWS::DynamoDB::Table', {
		DeletionPolicy: 'Retain',
		Properties: {
			BillingMode: 'PAY_PER_REQUEST',
			DeletionProtectionEnabled: true,
			PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
		},
	});
	const ingest = template(plan, 'ingest-1');
	ingest.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
		BatchSize: 50,
		BisectBatchOnFunctionError: true,
		FunctionResponseTypes: ['ReportBatchItemFailures'],
		DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
	});
	const functions = ingest.findResources('AWS::Lambda::Function', {});
	const code: string = Object.values(functions)[0]?.Properties.Code.ZipFile;
	assert.ok(code.length < 4096 && code.includes('exports.handler'));
});

test('a record is served by its key, whoever sent it: as JSON, by DMS, or by a table of DynamoDB', () => {
	const sent = { id: 'cart-1', items: 3 };
	const item = itemOf(record(sent));
	assert.deepEqual({ ...item, _sequence: item._sequence.length }, { id: 'cart-1', items: 3, _sequence: 128 });
	assert.equal(itemOf(record({ data: { customer: 7 }, metadata: { operation: 'update' } }), 'customer').id, '7');
	const image = { id: { S: 'a' }, n: { N: '1.5' }, tags: { L: [{ S: 'x' }, { NULL: true }] }, set: { NS: ['1', '2'] } };
	const { _sequence, ...read } = itemOf(record({ dynamodb: { NewImage: image } }));
	assert.deepEqual(read, { id: 'a', n: 1.5, tags: ['x', null], set: [1, 2] });
	assert.throws(() => itemOf(record({ items: 3 })), /no id/);
	assert.ok(itemOf(record(sent, '9'))._sequence < itemOf(record(sent, '10'))._sequence);
});

test('a batch is tried again from the record that failed, and what stands before it is not written twice', async (context) => {
	context.mock.method(console, 'error', () => undefined);
	const written: string[] = [];
	const write = async ({ id }: { id: string }) => void written.push(id);
	const Records = [record({ id: 'a' }, '1'), record({ items: 3 }, '2'), record({ id: 'c' }, '3')];
	assert.deepEqual(await handle({ Records }, write), { batchItemFailures: [{ itemIdentifier: '2' }] });
	assert.deepEqual(written, ['a']);
	assert.deepEqual(await handle({ Records: [Records[0]] }, write), { batchItemFailures: [] });
});

test('features that are served while somebody waits have a group, online and offline, with the columns of the environment', () => {
	const training = template(everyService(), 'training');
	training.hasResourceProperties('AWS::SageMaker::FeatureGroup', {
		FeatureGroupName: 'pipeline-join',
		RecordIdentifierFeatureName: 'a_machine',
		OnlineStoreConfig: Match.objectLike({ EnableOnlineStore: true }),
		OfflineStoreConfig: Match.objectLike({ TableFormat: 'Iceberg' }),
	});
	const plan = everyService();
	const offline = { ...plan, jobs: plan.jobs.map((job) => ({ ...job, settings: {} })) };
	template(offline, 'training').resourceCountIs('AWS::SageMaker::FeatureGroup', 0);
});
