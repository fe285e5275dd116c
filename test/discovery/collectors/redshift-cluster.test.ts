import { expect, test } from 'vitest';
import { redshiftCluster } from '../../../source/discovery/collectors/redshift-cluster.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const id = 'arn:aws:redshift:eu-central-1:123456789012:cluster:sales';
const sales = {
	ClusterIdentifier: 'sales',
	MasterUsername: 'admin',
	NumberOfNodes: 4,
	TotalStorageCapacityInMegaBytes: 8_000_000,
	Encrypted: true,
	PubliclyAccessible: false,
	Tags: [{ Key: 'Owner', Value: 'finance' }],
};
const listing = (cluster: object): Table => ({
	DescribeClusters: { Clusters: [cluster] },
	GetMetricData: { MetricDataResults: [] },
});
const always = { format: 'rows', structure: 'structured', protocol: 'jdbc', engine: 'redshift', managed: 'other' };

test('a warehouse is told with its engine, encryption, openness and owner; it holds at most its capacity', async () => {
	const { sources, gaps } = await collect(redshiftCluster, listing(sales));
	expect(gaps).toEqual([]);
	expect(sources.map(({ id: own, kind, family, title }) => [own, kind, family, title])).toEqual([
		[id, 'redshift-cluster', 'warehouse', 'sales'],
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		...always,
		encrypted: true,
		public: false,
		owner: 'finance',
		volume: 8e12,
	});
	expect(sources[0]?.facts.volume?.between).toEqual([0, 8e12]);
	expect(JSON.stringify(sources)).not.toContain('admin');
});

test('it holds the share of its capacity that is taken; load and writes are means of a week', async () => {
	const { sources } = await collect(redshiftCluster, {
		...listing(sales),
		GetMetricData: metrics({
			'PercentageDiskSpaceUsed sales': [
				[daysAgo(0), 40],
				[daysAgo(1), 39],
			],
			'CPUUtilization sales': [[daysAgo(1), 35]],
			'WriteThroughput sales': [[daysAgo(1), 1000]],
		}),
	});
	const { volume, change, 'load.share': load } = sources[0]?.facts ?? {};
	expect([volume?.value, volume?.between, load?.value]).toEqual([3.2e12, undefined, 0.35]);
	expect([change?.value, change?.between]).toEqual([4000, [0, 4000]]);
});

test('what AWS does not say stays open, and one without encryption has no key', async () => {
	const { sources } = await collect(redshiftCluster, listing({ ClusterIdentifier: 'sales', Encrypted: false }));
	expect(valuesOf(sources[0]?.facts)).toEqual({ ...always, encrypted: false, key: 'none' });
});

test('denied metrics leave their facts open, and pages follow the marker', async () => {
	const { sources, gaps } = await collect(redshiftCluster, {
		DescribeClusters: ({ input }) =>
			input.Marker === undefined
				? { Clusters: [sales], Marker: 'more' }
				: { Clusters: [{ ...sales, ClusterIdentifier: 'stock' }] },
		GetMetricData: denied('cloudwatch:GetMetricData'),
	});
	expect(sources.map(({ title }) => title)).toEqual(['sales', 'stock']);
	expect(gaps.filter(({ about }) => about === id).map(({ fact }) => fact)).toEqual(['volume', 'load.share', 'change']);
});
