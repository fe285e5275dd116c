import { expect, test } from 'vitest';
import { kinesisStream } from '../../../source/discovery/collectors/kinesis-stream.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { awsError, denied, type Table } from '../../peers/table-caller.ts';

const id = 'arn:aws:kinesis:eu-central-1:123456789012:stream/taps';
const taps = {
	StreamName: 'taps',
	StreamARN: id,
	StreamStatus: 'ACTIVE',
	StreamModeDetails: { StreamMode: 'PROVISIONED' },
	RetentionPeriodHours: 168,
	EncryptionType: 'KMS',
	KeyId: 'alias/aws/kinesis',
	OpenShardCount: 4,
	ConsumerCount: 2,
};
const listing = (stream: object = taps): Table => ({
	ListStreams: { StreamNames: ['taps'], HasMoreStreams: false },
	DescribeStreamSummary: { StreamDescriptionSummary: stream },
	GetMetricData: { MetricDataResults: [] },
});
const always = { protocol: 'kinesis', managed: 'kinesis', updates: 'append' };

test('a stream is told with its mode, retention, encryption and registered consumers', async () => {
	const { sources, gaps } = await collect(kinesisStream, listing());
	expect(sources.map(({ facts, ...rest }) => ({ ...rest, facts: valuesOf(facts) }))).toEqual([
		{
			id,
			kind: 'kinesis-stream',
			family: 'stream',
			title: 'taps',
			place: 'aws:123456789012:eu-central-1',
			account: '123456789012',
			region: 'eu-central-1',
			facts: {
				...always,
				'stream.mode': 'provisioned',
				retention: 7 * 86_400,
				encrypted: true,
				key: 'aws-managed',
				consumers: 2,
			},
		},
	]);
	expect(gaps).toEqual([]);
});

test.each([
	['nothing encrypts it', { EncryptionType: 'NONE', KeyId: undefined }, { encrypted: false, key: 'none' }],
	['a key with a name of its own is the customer’s', { KeyId: 'alias/streams' }, { encrypted: true, key: 'customer' }],
	['whose a key is, its ARN does not say', { KeyId: 'arn:aws:kms:x:1:key/2' }, { encrypted: true, key: undefined }],
	['no registered consumer does not mean that nobody reads', { ConsumerCount: 0 }, { consumers: undefined }],
	['what AWS does not say stays open', { RetentionPeriodHours: undefined }, { retention: undefined }],
])('%s', async (_, more, expected) => {
	const { sources } = await collect(kinesisStream, listing({ ...taps, ...more }));
	expect(valuesOf(sources[0]?.facts)).toMatchObject(JSON.parse(JSON.stringify(expected)));
	for (const [fact, value] of Object.entries(expected)) expect(sources[0]?.facts[fact]?.value).toBe(value);
});

test('what arrives is the mean of whole days, and a record is bytes by records', async () => {
	const { sources } = await collect(kinesisStream, {
		...listing(),
		GetMetricData: metrics({
			'IncomingBytes taps': [
				[daysAgo(0), 1],
				[daysAgo(1), 90e9],
				[daysAgo(2), 82.8e9],
			],
			'IncomingRecords taps': [[daysAgo(1), 216e6]],
		}),
	});
	const { change, records, 'record.size': size } = valuesOf(sources[0]?.facts);
	expect({ change, records, size }).toEqual({ change: 1e6, records: 2500, size: 400 });
});

test('a denied detail is a gap for each fact it leaves open; a stream that is gone is none', async () => {
	const refused = await collect(kinesisStream, {
		...listing(),
		DescribeStreamSummary: denied('kinesis:DescribeStreamSummary'),
	});
	expect(refused.gaps.map(({ about, fact, action }) => [about, fact, action])).toEqual(
		['stream.mode', 'retention', 'encrypted', 'key', 'consumers'].map((fact) => [
			id,
			fact,
			'kinesis:DescribeStreamSummary',
		]),
	);
	expect(valuesOf(refused.sources[0]?.facts)).toEqual(always);
	const gone = awsError('ResourceNotFoundException');
	expect((await collect(kinesisStream, { ...listing(), DescribeStreamSummary: gone })).gaps).toEqual([]);
});

test('pages go on after the last name, and nothing but metadata is asked', async () => {
	const names = Array.from({ length: 250 }, (_, index) => `s-${String(index).padStart(3, '0')}`);
	const { sources, caller } = await collect(kinesisStream, {
		...listing(),
		ListStreams({ input }) {
			const from = names.indexOf(String(input.ExclusiveStartStreamName ?? '')) + 1;
			return { StreamNames: names.slice(from, from + 100), HasMoreStreams: from + 100 < names.length };
		},
	});
	expect(sources.map(({ title }) => title)).toEqual(names);
	expect(new Set(caller.asked.map((call) => call.split(' ')[1]))).toEqual(
		new Set(['ListStreams', 'DescribeStreamSummary', 'GetMetricData']),
	);
	expect(caller.inputsOf('ListStreams')).toHaveLength(3);
});
