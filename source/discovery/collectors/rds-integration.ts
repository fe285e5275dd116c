import type { DescribeIntegrationsCommandOutput } from '@aws-sdk/client-rds';
import { tellIntegration } from '../reading/integrations.ts';
import { listed } from '../reading/listed.ts';
import type { Collector } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const describeIntegrations = {
	service: 'rds',
	operation: 'DescribeIntegrations',
	action: 'rds:DescribeIntegrations',
	rate: 5,
	burst: 10,
	answers: 'Integrations',
	why: 'Lists databases that AWS keeps a copy of in a warehouse.',
} as const;

/** Zero-ETL integrations of Aurora and RDS: a link from the database to the warehouse that keeps its copy. */
export const rdsIntegration: Collector = {
	title: 'RDS zero-ETL integrations',
	family: 'relational',
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
