import { expect, test } from 'vitest';
import { firehoseStream } from '../../../source/discovery/collectors/firehose-stream.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const id = 'arn:aws:firehose:eu-central-1:123456789012:deliverystream/taps';
const bucket = { ExtendedS3DestinationDescription: { BucketARN: 'arn:aws:s3:::lake', Prefix: 'taps/' } };
const telling = (stream: object): Table => ({
	ListDeliveryStreams: { DeliveryStreamNames: ['taps'], HasMoreDeliveryStreams: false },
	DescribeDeliveryStream: { DeliveryStreamDescription: stream },
	GetMetricData: { MetricDataResults: [] },
});

test.each([
	['a Kinesis stream', { KinesisStreamSourceDescription: { KinesisStreamARN: 'arn:in' } }],
	['a Kafka cluster', { MSKSourceDescription: { MSKClusterARN: 'arn:in', TopicName: 'taps' } }],
])('one that reads %s is a link from it to the bucket, and no source', async (_, Source) => {
	const DeliveryStreamType = 'KinesisStreamAsSource';
	const { sources, links, gaps } = await collect(
		firehoseStream,
		telling({ DeliveryStreamType, Source, Destinations: [bucket] }),
	);
	expect({ sources, links, gaps }).toEqual({
		sources: [],
		links: [{ from: 'arn:in', to: 'arn:aws:s3:::lake', by: id }],
		gaps: [],
	});
});

test('one that applications put records into is a source as well, with what arrives', async () => {
	const { sources, links } = await collect(firehoseStream, {
		...telling({
			DeliveryStreamType: 'DirectPut',
			DeliveryStreamEncryptionConfiguration: { Status: 'ENABLED', KeyType: 'AWS_OWNED_CMK' },
			Destinations: [bucket],
		}),
		GetMetricData: metrics({
			'IncomingBytes taps': [[daysAgo(1), 8.64e9]],
			'IncomingRecords taps': [[daysAgo(1), 8.64e6]],
		}),
	});
	expect(links).toEqual([{ from: id, to: 'arn:aws:s3:::lake', by: id }]);
	expect(sources.map(({ facts, ...rest }) => ({ ...rest, facts: valuesOf(facts) }))).toEqual([
		{
			id,
			kind: 'firehose-stream',
			family: 'stream',
			title: 'taps',
			place: 'aws:123456789012:eu-central-1',
			account: '123456789012',
			region: 'eu-central-1',
			facts: {
				protocol: 'api',
				managed: 'other',
				updates: 'append',
				encrypted: true,
				key: 'service',
				change: 1e5,
				records: 100,
				'record.size': 1000,
			},
		},
	]);
});

test.each([
	['a search domain', { AmazonopensearchserviceDestinationDescription: { DomainARN: 'arn:domain' } }, ['arn:domain']],
	['tables', { IcebergDestinationDescription: { CatalogConfiguration: { CatalogARN: 'arn:cat' } } }, ['arn:cat']],
	[
		'a warehouse, told without the settings of its address',
		{ RedshiftDestinationDescription: { ClusterJDBCURL: 'jdbc:redshift://a.example:5439/dev?user=x&password=y' } },
		['jdbc:redshift://a.example:5439/dev'],
	],
	['an endpoint that is none of ours', { HttpEndpointDestinationDescription: {} }, []],
])('it may deliver to %s', async (_, destination, expected) => {
	const { links } = await collect(firehoseStream, telling({ Destinations: [destination] }));
	expect(links.map(({ to }) => to)).toEqual(expected);
});

test('a delivery stream that may not be described is a gap of the kind, and the next one is read', async () => {
	const { links, gaps } = await collect(firehoseStream, {
		...telling({}),
		ListDeliveryStreams: { DeliveryStreamNames: ['shut', 'taps'], HasMoreDeliveryStreams: false },
		DescribeDeliveryStream: ({ input }) =>
			input.DeliveryStreamName === 'shut'
				? denied('firehose:DescribeDeliveryStream')
				: { DeliveryStreamDescription: { Destinations: [bucket] } },
	});
	expect(links).toHaveLength(1);
	expect(gaps.map(({ about, action }) => [about, action])).toEqual([
		['123456789012/eu-central-1/test', 'firehose:DescribeDeliveryStream'],
	]);
});

test('pages go on after the last name', async () => {
	const names = Array.from({ length: 25 }, (_, index) => `d-${index + 10}`);
	const { caller } = await collect(firehoseStream, {
		...telling({ DeliveryStreamType: 'DirectPut' }),
		ListDeliveryStreams({ input }) {
			const from = names.indexOf(String(input.ExclusiveStartDeliveryStreamName ?? '')) + 1;
			return { DeliveryStreamNames: names.slice(from, from + 10), HasMoreDeliveryStreams: from + 10 < names.length };
		},
	});
	expect(caller.inputsOf('DescribeDeliveryStream').map((input) => input.DeliveryStreamName)).toEqual(names);
});

test('what lies in a bucket is at most as old as the stream says; of other destinations it is not told', async () => {
	const search = { AmazonopensearchserviceDestinationDescription: { DomainARN: 'arn:search' } };
	const { links } = await collect(firehoseStream, {
		...telling({
			DeliveryStreamType: 'KinesisStreamAsSource',
			Source: { KinesisStreamSourceDescription: { KinesisStreamARN: 'arn:in' } },
			Destinations: [bucket, search],
		}),
		GetMetricData: metrics({ 'DeliveryToS3.DataFreshness taps': [[daysAgo(0), 320]] }),
	});
	expect(links.map(({ to, age }) => [to, age?.value, age?.between])).toEqual([
		['arn:aws:s3:::lake', 320, [0, 320]],
		['arn:search', undefined, undefined],
	]);
});
