import { expect, test } from 'vitest';
import { mskCluster } from '../../../source/discovery/collectors/msk-cluster.ts';
import { collect, daysAgo, valuesOf } from '../../peers/reading.ts';
import type { Table } from '../../peers/table-caller.ts';

const cluster = (own: object, more: object = {}) => ({
	ClusterArn: 'arn:aws:kafka:eu-central-1:123456789012:cluster/orders/1',
	ClusterName: 'orders',
	ClusterType: 'PROVISIONED',
	Tags: { team: 'shop' },
	Provisioned: own,
	...more,
});
const standard = {
	NumberOfBrokerNodes: 3,
	BrokerNodeGroupInfo: {
		InstanceType: 'kafka.m5.large',
		StorageInfo: { EbsStorageInfo: { VolumeSize: 1000 } },
		ConnectivityInfo: { PublicAccess: { Type: 'DISABLED' } },
	},
	EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS_PLAINTEXT' } },
};
const listing = (...ClusterInfoList: readonly object[]): Table => ({
	ListClustersV2: { ClusterInfoList },
	GetMetricData: { MetricDataResults: [] },
});
const always = { protocol: 'kafka', updates: 'append', encrypted: true, owner: 'shop' };

test('a cluster on standard brokers is told with its disks, which it fills at most', async () => {
	const { sources, gaps } = await collect(mskCluster, listing(cluster(standard)));
	expect(gaps).toEqual([]);
	expect(sources.map(({ kind, family, title }) => [kind, family, title])).toEqual([
		['msk-cluster', 'stream', 'orders'],
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		...always,
		managed: 'msk',
		public: false,
		'tls.only': false,
		volume: 3000 * 2 ** 30,
	});
	expect(sources[0]?.facts.volume?.between).toEqual([0, 3000 * 2 ** 30]);
});

test.each([
	[
		'Express brokers are told by their type, and have no disks of their own',
		cluster({ NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: { InstanceType: 'express.m7g.large' } }),
		{ ...always, managed: 'msk-express' },
	],
	[
		'a serverless cluster has no public address and takes only TLS',
		cluster({}, { Provisioned: undefined, Serverless: {} }),
		{ ...always, managed: 'msk', public: false, 'tls.only': true },
	],
	[
		'one with addresses in the internet is public',
		cluster({ BrokerNodeGroupInfo: { ConnectivityInfo: { PublicAccess: { Type: 'SERVICE_PROVIDED_EIPS' } } } }),
		{ ...always, managed: 'msk', public: true },
	],
])('%s', async (_, one, expected) => {
	const { sources } = await collect(mskCluster, listing(one));
	expect(valuesOf(sources[0]?.facts)).toEqual(expected);
});

/** Points of a metric for each broker. */
const brokers =
	(points: Readonly<Record<string, readonly number[]>>) =>
	({ input }: { input: Readonly<Record<string, unknown>> }) => ({
		MetricDataResults: (input.MetricDataQueries as readonly Query[]).map(({ Id, MetricStat: { Metric } }) => {
			const broker = Metric.Dimensions.find(({ Name }) => Name === 'Broker ID')?.Value;
			const value = points[Metric.MetricName]?.[Number(broker) - 1];
			return value === undefined ? { Id } : { Id, Timestamps: [daysAgo(1)], Values: [value] };
		}),
	});
interface Query {
	readonly Id: string;
	readonly MetricStat: {
		readonly Metric: {
			readonly MetricName: string;
			readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
		};
	};
}

test('what arrives is the sum of the brokers', async () => {
	const { sources } = await collect(mskCluster, {
		...listing(cluster(standard)),
		GetMetricData: brokers({
			BytesInPerSec: [2e6, 2e6, 1e6],
			MessagesInPerSec: [1000, 1000, 500],
			KafkaDataLogsDiskUsed: [10, 20, 30],
		}),
	});
	const { change, records, 'record.size': size, volume } = valuesOf(sources[0]?.facts);
	expect({ change, records, size, volume }).toEqual({
		change: 5e6,
		records: 2500,
		size: 2000,
		volume: 600 * 2 ** 30,
	});
});

test('a broker that says nothing leaves the sum open', async () => {
	const { sources } = await collect(mskCluster, {
		...listing(cluster(standard)),
		GetMetricData: brokers({ BytesInPerSec: [2e6, 2e6], MessagesInPerSec: [1000, 1000, 500] }),
	});
	const { change, records, 'record.size': size } = valuesOf(sources[0]?.facts);
	expect({ change, records, size }).toEqual({ change: undefined, records: 2500, size: undefined });
});
