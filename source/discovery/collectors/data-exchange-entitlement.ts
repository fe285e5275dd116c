import type { DataSetEntry, ListDataSetsCommandOutput } from '@aws-sdk/client-dataexchange';
import { listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const listDataSets = {
	service: 'dataexchange',
	operation: 'ListDataSets',
	action: 'dataexchange:ListDataSets',
	rate: 5,
	burst: 10,
	why: 'Lists data sets of others that the account has subscribed to.',
} as const;

/** Data sets of AWS Data Exchange that the account may use. Revisions lie with the provider until they are exported. */
export const dataExchangeEntitlement: Collector = {
	title: 'Data Exchange entitlements',
	family: 'external',
	scope: 'region',
	calls: [listDataSets],
	async collect(reading) {
		const pages = listed<ListDataSetsCommandOutput>(reading, listDataSets, {
			input: { Origin: 'ENTITLED', MaxResults: 25 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { DataSets = [] } of pages) for (const set of DataSets) tell(reading, set);
	},
};

/** What an asset of a data set is read as, by its sort. */
const sorts: Readonly<Record<string, Stated>> = {
	S3_SNAPSHOT: { protocol: 's3', managed: 'data-exchange' },
	S3_DATA_ACCESS: { protocol: 's3' },
	API_GATEWAY_API: { protocol: 'api', managed: 'data-exchange' },
	REDSHIFT_DATA_SHARE: { protocol: 'jdbc', engine: 'redshift', structure: 'structured', format: 'rows' },
	LAKE_FORMATION_DATA_PERMISSION: { protocol: 's3', structure: 'structured' },
};

function tell(reading: Reading, { Arn: id = '', Name: title = '', AssetType }: DataSetEntry): void {
	const facts = measured(sorts[AssetType ?? ''] ?? {}, { by: listDataSets, reading });
	tellSource(reading, { id, kind: 'data-exchange-entitlement', family: 'external', title, facts });
}
