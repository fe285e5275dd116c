import type {
	DescribeDomainsCommandOutput,
	DomainStatus,
	ListDomainNamesCommandOutput,
} from '@aws-sdk/client-opensearch';
import { gibibytes, mebibytes } from '../../facts/units.ts';
import { arnOf } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { atMostOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { tellSource } from '../reading/tell-source.ts';
import { newestOf } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const listDomains = {
	service: 'opensearch',
	operation: 'ListDomainNames',
	action: 'es:ListDomainNames',
	rate: 5,
	burst: 10,
	answers: 'DomainNames',
	why: 'Lists search domains.',
} as const;
const describeDomains = {
	service: 'opensearch',
	operation: 'DescribeDomains',
	action: 'es:DescribeDomains',
	rate: 5,
	burst: 10,
	answers: 'DomainStatusList',
	why: 'Says version, storage, encryption and network of up to five domains.',
} as const;

/** Most names that one DescribeDomains takes. */
const mostNames = 5;

const used: Metric = {
	namespace: 'AWS/ES',
	name: 'ClusterUsedSpace',
	statistic: 'Maximum',
	days: 7,
	why: 'What all shards and their copies take, in MiB.',
};

/** OpenSearch and Elasticsearch domains. Neither lists of indices nor documents are read. */
export const opensearchDomain: Collector = {
	title: 'OpenSearch domains',
	family: 'search',
	scope: 'region',
	calls: [listDomains, describeDomains, getMetricData],
	metrics: [used],
	async collect(reading) {
		const { DomainNames = [] } = await ask<ListDomainNamesCommandOutput>(reading, listDomains);
		const names = DomainNames.flatMap(({ DomainName }) => DomainName ?? []);
		for (const name of names) {
			tellSource(reading, {
				id: idOf(reading, name),
				kind: 'opensearch-domain',
				family: 'search',
				title: name,
				facts: measured(always, { by: listDomains, reading }),
			});
		}
		const lane = atOnce(5);
		for (let from = 0; from < names.length; from += mostNames) {
			await lane.add(() => describe(reading, names.slice(from, from + mostNames)));
		}
		await lane.done();
		await measure(reading, names);
	},
};

const idOf = (reading: Reading, name: string): string => arnOf(reading, 'es', `domain/${name}`);

const always = {
	protocol: 'api',
	managed: 'other',
	engine: 'opensearch',
	format: 'json',
	structure: 'semi-structured',
} as const satisfies Stated;

async function describe(reading: Reading, names: readonly string[]): Promise<void> {
	const { emit, region } = reading;
	try {
		const input = { DomainNames: names };
		const { DomainStatusList = [] } = await ask<DescribeDomainsCommandOutput>(reading, describeDomains, input);
		for (const domain of DomainStatusList) {
			const id = idOf(reading, domain.DomainName ?? '');
			emit.facts(id, {
				...measured(stated(domain), { by: describeDomains, reading }),
				...capacity(reading, domain),
			});
		}
	} catch (error) {
		const about = names.map((name) => idOf(reading, name));
		const facts = ['engine.version', 'encrypted', 'key', 'tls.only', 'public', 'volume'] as const;
		tellGaps(reading, { error, call: describeDomains, region, about, facts });
	}
}

/** A domain in a VPC has no address in the internet; of others only their policy says who gets in. Whose a key is stays open. */
const stated = (domain: DomainStatus): Stated => ({
	'engine.version': domain.EngineVersion,
	encrypted: domain.EncryptionAtRestOptions?.Enabled,
	key: domain.EncryptionAtRestOptions?.Enabled === false ? 'none' : undefined,
	'tls.only': domain.DomainEndpointOptions?.EnforceHTTPS,
	public: domain.VPCOptions?.VPCId ? false : undefined,
});

function capacity(reading: Reading, { EBSOptions: disk, ClusterConfig: nodes }: DomainStatus) {
	if (!disk?.EBSEnabled || !disk.VolumeSize || !nodes?.InstanceCount) return {};
	const evidence = 'es:DescribeDomains VolumeSize by InstanceCount';
	return atMostOf('volume', gibibytes(disk.VolumeSize) * nodes.InstanceCount, {
		evidence,
		at: reading.now().toISOString(),
	});
}

async function measure(reading: Reading, names: readonly string[]): Promise<void> {
	const { account: ClientId } = reading;
	const rows = names.map((DomainName): Series => {
		const dimensions = { DomainName, ClientId };
		return { id: idOf(reading, DomainName), metric: used, dimensions, facts: ['volume'] };
	});
	const points = await readSeries(reading, rows);
	for (const row of rows) {
		const newest = newestOf(points, row);
		if (newest === undefined) continue;
		const evidence = `cloudwatch ${used.name}, copies of shards counted too`;
		const at = newest.at.toISOString();
		reading.emit.facts(row.id, atMostOf('volume', mebibytes(newest.value), { evidence, at }));
	}
}
