import { expect, test } from 'vitest';
import { memorydbCluster } from '../../../source/discovery/collectors/memorydb-cluster.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';

const id = 'arn:aws:memorydb:eu-central-1:123456789012:cluster/carts';
const carts = {
	ARN: id,
	Name: 'carts',
	EngineVersion: '7.1',
	TLSEnabled: true,
	KmsKeyId: 'alias/carts',
	Shards: [{ Nodes: [{ Name: 'carts-0001-001' }, { Name: 'carts-0001-002' }] }],
};

test('a cluster holds at most what its nodes hold together', async () => {
	const { sources, gaps } = await collect(memorydbCluster, {
		DescribeClusters: { Clusters: [carts] },
		GetMetricData: ({ input }) => ({
			MetricDataResults: (input.MetricDataQueries as { Id: string }[]).map(({ Id }) => ({
				Id,
				Timestamps: [daysAgo(0)],
				Values: [3e9],
			})),
		}),
	});
	expect(gaps).toEqual([]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		engine: 'redis',
		'engine.version': '7.1',
		managed: 'other',
		encrypted: true,
		key: 'customer',
		'tls.only': true,
		public: false,
		volume: 6e9,
	});
	expect(sources[0]?.facts.volume?.between).toEqual([0, 6e9]);
});

test('a node without a point leaves the volume open', async () => {
	const { sources } = await collect(memorydbCluster, {
		DescribeClusters: { Clusters: [{ ...carts, KmsKeyId: undefined }] },
		GetMetricData: metrics({ 'BytesUsedForMemoryDB carts-0001-001': [[daysAgo(0), 3e9]] }),
	});
	expect(sources[0]?.facts.volume).toBeUndefined();
	expect(sources[0]?.facts.key?.value).toBe('service');
});
