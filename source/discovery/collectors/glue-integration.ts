import type { DescribeIntegrationsCommandOutput } from '@aws-sdk/client-glue';
import { tellIntegration } from '../reading/integrations.ts';
import { listed } from '../reading/listed.ts';
import type { Collector } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const describeIntegrations = {
	service: 'glue',
	operation: 'DescribeIntegrations',
	action: 'glue:DescribeIntegrations',
	rate: 5,
	burst: 10,
	why: 'Lists SaaS products and tables that AWS keeps a copy of in a lake or a warehouse.',
} as const;

/** Zero-ETL integrations of Glue, from SaaS products and DynamoDB: a link to the lake or warehouse that keeps the copy. */
export const glueIntegration: Collector = {
	title: 'Glue zero-ETL integrations',
	family: 'saas',
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
