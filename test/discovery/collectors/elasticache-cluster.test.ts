import { expect, test } from 'vitest';
import { elasticacheCluster } from '../../../source/discovery/collectors/elasticache-cluster.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import type { Table } from '../../peers/table-caller.ts';

const node = (CacheClusterId: string, more: object = {}) => ({
	CacheClusterId,
	Engine: 'valkey',
	EngineVersion: '8.0',
	AtRestEncryptionEnabled: true,
	TransitEncryptionEnabled: true,
	...more,
});
const listing = (...CacheClusters: readonly object[]): Table => ({
	DescribeCacheClusters: { CacheClusters },
	GetMetricData: { MetricDataResults: [] },
});
const arn = 'arn:aws:elasticache:eu-central-1:123456789012';

test('the members of a replication group are one source, which holds at most what they hold together', async () => {
	const { sources, gaps } = await collect(elasticacheCluster, {
		...listing(
			node('sessions-001', { ReplicationGroupId: 'sessions' }),
			node('sessions-002', { ReplicationGroupId: 'sessions' }),
		),
		GetMetricData: metrics({
			'BytesUsedForCache sessions-001': [[daysAgo(0), 4e9]],
			'BytesUsedForCache sessions-002': [[daysAgo(0), 4e9]],
		}),
	});
	expect(gaps).toEqual([]);
	expect(sources.map(({ id, kind, family, title }) => [id, kind, family, title])).toEqual([
		[`${arn}:replicationgroup:sessions`, 'elasticache-cluster', 'cache', 'sessions'],
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		engine: 'redis',
		'engine.version': '8.0',
		managed: 'other',
		encrypted: true,
		'tls.only': true,
		volume: 8e9,
	});
	expect(sources[0]?.facts.volume?.between).toEqual([0, 8e9]);
});

test('a cluster of one node holds what its node holds', async () => {
	const { sources } = await collect(elasticacheCluster, {
		...listing(node('one', { Engine: 'redis', AtRestEncryptionEnabled: false, TransitEncryptionEnabled: false })),
		GetMetricData: metrics({ 'BytesUsedForCache one': [[daysAgo(0), 3e9]] }),
	});
	expect(sources[0]?.id).toBe(`${arn}:cluster:one`);
	expect(sources[0]?.facts.volume).toMatchObject({ value: 3e9 });
	expect(sources[0]?.facts.volume?.between).toBeUndefined();
	expect(valuesOf(sources[0]?.facts)).toMatchObject({ encrypted: false, key: 'none', 'tls.only': false });
});

test('Memcached is another engine, TLS that is only preferred is not the only way, and no metric means unknown', async () => {
	const { sources } = await collect(
		elasticacheCluster,
		listing(node('pages', { Engine: 'memcached', TransitEncryptionMode: 'preferred' })),
	);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		engine: 'other',
		'engine.version': '8.0',
		managed: 'other',
		encrypted: true,
		'tls.only': false,
	});
});

test('a member without a point leaves the volume of its group open; members may stand on different pages', async () => {
	const { sources } = await collect(elasticacheCluster, {
		DescribeCacheClusters: ({ input }) =>
			input.Marker === undefined
				? { CacheClusters: [node('a-001', { ReplicationGroupId: 'a' })], Marker: 'more' }
				: { CacheClusters: [node('a-002', { ReplicationGroupId: 'a' })] },
		GetMetricData: metrics({ 'BytesUsedForCache a-001': [[daysAgo(0), 4e9]] }),
	});
	expect(sources).toHaveLength(1);
	expect(sources[0]?.facts.volume).toBeUndefined();
});
