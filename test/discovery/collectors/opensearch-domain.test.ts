import { expect, test } from 'vitest';
import { opensearchDomain } from '../../../source/discovery/collectors/opensearch-domain.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const id = 'arn:aws:es:eu-central-1:123456789012:domain/tickets';
const tickets = {
	DomainName: 'tickets',
	EngineVersion: 'Elasticsearch_7.10',
	ClusterConfig: { InstanceCount: 3 },
	EBSOptions: { EBSEnabled: true, VolumeSize: 200 },
	EncryptionAtRestOptions: { Enabled: false },
	DomainEndpointOptions: { EnforceHTTPS: true },
	VPCOptions: { VPCId: 'vpc-1' },
};
const listing = (...domains: readonly { DomainName: string }[]): Table => ({
	ListDomainNames: { DomainNames: domains.map(({ DomainName }) => ({ DomainName })) },
	DescribeDomains: ({ input }) => ({
		DomainStatusList: domains.filter(({ DomainName }) => (input.DomainNames as string[]).includes(DomainName)),
	}),
	GetMetricData: { MetricDataResults: [] },
});
const always = {
	protocol: 'api',
	managed: 'other',
	engine: 'opensearch',
	format: 'json',
	structure: 'semi-structured',
};

test('a domain is told with version, encryption and network; it holds at most what its disks hold', async () => {
	const { sources, gaps } = await collect(opensearchDomain, listing(tickets));
	expect(gaps).toEqual([]);
	expect(sources.map(({ id: own, kind, family }) => [own, kind, family])).toEqual([
		[id, 'opensearch-domain', 'search'],
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		...always,
		'engine.version': 'Elasticsearch_7.10',
		encrypted: false,
		key: 'none',
		'tls.only': true,
		public: false,
		volume: 600 * 2 ** 30,
	});
});

test('what is used is nearer than the disks, and still a bound, since copies are counted', async () => {
	const { sources } = await collect(opensearchDomain, {
		...listing(tickets),
		GetMetricData: metrics({ 'ClusterUsedSpace tickets': [[daysAgo(1), 1024]] }),
	});
	const { volume } = sources[0]?.facts ?? {};
	expect([volume?.value, volume?.between]).toEqual([2 ** 30, [0, 2 ** 30]]);
});

test('whether an endpoint in the internet lets anybody in is not said by its network', async () => {
	const { sources } = await collect(opensearchDomain, listing({ ...tickets, VPCOptions: undefined } as never));
	expect(sources[0]?.facts.public).toBeUndefined();
});

test('domains are described five at a time, and none when there are none', async () => {
	const domains = Array.from({ length: 12 }, (_, index) => ({ ...tickets, DomainName: `d-${index}` }));
	const { sources, caller } = await collect(opensearchDomain, listing(...domains));
	expect(sources).toHaveLength(12);
	expect(caller.inputsOf('DescribeDomains').map((input) => (input.DomainNames as string[]).length)).toEqual([5, 5, 2]);
	expect((await collect(opensearchDomain, listing())).caller.asked).toEqual(['eu-central-1 ListDomainNames']);
});

test('denied details leave the domain and say which facts stay open', async () => {
	const { sources, gaps } = await collect(opensearchDomain, {
		...listing(tickets),
		DescribeDomains: denied('es:DescribeDomains'),
	});
	expect(valuesOf(sources[0]?.facts)).toEqual(always);
	expect(gaps.map(({ about, fact, action }) => [about, fact, action])).toEqual(
		['engine.version', 'encrypted', 'key', 'tls.only', 'public', 'volume'].map((fact) => [
			id,
			fact,
			'es:DescribeDomains',
		]),
	);
});
