import type { DescribeIntegrationsCommandOutput } from '@aws-sdk/client-redshift';
import { tellIntegration } from '../reading/integrations.ts';
import { listed } from '../reading/listed.ts';
import type { Collector } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const describeIntegrations = {
	service: 'redshift',
	operation: 'DescribeIntegrations',
	action: 'redshift:DescribeIntegrations',
	rate: 5,
	burst: 10,
	answers: 'Integrations',
	why: 'Lists DynamoDB tables and buckets that a warehouse keeps a copy of.',
} as const;

/** Integrations that a warehouse owns, of DynamoDB tables and of buckets: a link to the warehouse that keeps the copy. */
export const redshiftIntegration: Collector = {
	title: 'Redshift integrations',
	family: 'warehouse',
	scope: 'region',
	calls: [describeIntegrations],
	async collect(reading) {
		const pages = listed<DescribeIntegrationsCommandOutput>(reading, describeIntegrations, {
			input: { MaxRecords: 100 },
			token: 'Marker',
			next: ({ Marker }) => Marker,
		});
		for await (const { Integrations = [] } of pages) for (const one of Integrations) tellIntegration(reading, one);
	},
};
