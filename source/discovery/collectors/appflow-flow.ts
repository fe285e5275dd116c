import type { DescribeFlowCommandOutput, DestinationFlowConfig, ListFlowsCommandOutput } from '@aws-sdk/client-appflow';
import { bucketArn } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { agedSince } from '../reading/copy-age.ts';
import { listed } from '../reading/listed.ts';
import { measured } from '../reading/measured.ts';
import { tellOutside } from '../reading/outside.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'appflow', rate: 5, burst: 10 } as const;
const listFlows = {
	...usual,
	operation: 'ListFlows',
	action: 'appflow:ListFlows',
	why: 'Lists flows from SaaS products.',
} as const;
const describeFlow = {
	...usual,
	operation: 'DescribeFlow',
	action: 'appflow:DescribeFlow',
	answers: 'flowArn',
	why: 'Says which product a flow reads, where to, and when it last ran.',
} as const;

/** Flows of Amazon AppFlow: the SaaS product that is read is a source, and a link leads to where it is copied. */
export const appflowFlow: Collector = {
	title: 'AppFlow flows',
	family: 'saas',
	scope: 'region',
	calls: [listFlows, describeFlow],
	async collect(reading) {
		const lane = atOnce(5);
		const pages = listed<ListFlowsCommandOutput>(reading, listFlows, {
			input: { maxResults: 100 },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { flows = [] } of pages) {
			for (const { flowName, flowArn = '' } of flows) {
				reading.emit.seen(flowArn);
				await lane.add(() => describe(reading, flowName, flowArn));
			}
		}
		await lane.done();
	},
};

async function describe(reading: Reading, flowName: string | undefined, by: string): Promise<void> {
	const { region, cell, emit } = reading;
	try {
		const flow = await ask<DescribeFlowCommandOutput>(reading, describeFlow, { flowName });
		const from = readFrom(reading, flow);
		const { mostRecentExecutionStatus: ended, mostRecentExecutionTime: at } = flow.lastRunExecutionDetails ?? {};
		const age = agedSince(reading, ended === 'Successful' ? at : undefined, 'appflow:DescribeFlow, its last run');
		for (const config of flow.destinationFlowConfigList ?? []) {
			const to = writtenTo(reading, config);
			if (from && to) emit.link({ from, to, by, ...age });
		}
	} catch (error) {
		tellGaps(reading, { error, call: describeFlow, region, about: [cell], facts: [] });
	}
}

/** Names of the vocabulary for products, by the connector that reads them. */
const products: Readonly<Record<string, string>> = {
	Salesforce: 'salesforce',
	Pardot: 'salesforce',
	SAPOData: 'sap',
	Servicenow: 'servicenow',
	Zendesk: 'zendesk',
	Marketo: 'marketo',
	Googleanalytics: 'google-analytics',
	Slack: 'slack',
};

/** What a flow reads: a bucket, or a product, which is told as a source. */
function readFrom(reading: Reading, { sourceFlowConfig: source }: DescribeFlowCommandOutput): string | undefined {
	const { connectorType, connectorProfileName, sourceConnectorProperties: said } = source ?? {};
	if (said?.S3?.bucketName) return bucketArn(reading, said.S3.bucketName);
	if (connectorType === undefined) return undefined;
	const place = tellOutside(reading, 'saas');
	const title = connectorProfileName ?? connectorType;
	const id = `${place}/${title}`;
	const stated = { saas: products[connectorType] ?? 'other', protocol: 'api', managed: 'other' };
	const facts = measured(stated, { by: describeFlow, reading });
	reading.emit.source({ id, kind: 'appflow-flow', family: 'saas', title, place, facts });
	return id;
}

/** Where a flow writes; a warehouse is reached by a bucket between, and named by its table. */
function writtenTo(reading: Reading, { connectorType, destinationConnectorProperties: to }: DestinationFlowConfig) {
	const bucket = to?.S3?.bucketName ?? to?.Upsolver?.bucketName;
	if (bucket) return bucketArn(reading, bucket);
	const table = to?.Redshift?.object ?? to?.Snowflake?.object ?? to?.CustomerProfiles?.domainName;
	return table && connectorType ? `${connectorType.toLowerCase()}/${table}` : undefined;
}
