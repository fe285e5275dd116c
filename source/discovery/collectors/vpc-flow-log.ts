import type { DescribeFlowLogsCommandOutput, FlowLog } from '@aws-sdk/client-ec2';
import { arnOf, bucketIn } from '../reading/arn.ts';
import { listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import type { Collector, Reading } from './collector.ts';

/** A bucket of 100 that is filled by 20 a second for lists with pages: EC2 API throttling, 2026-11-22. */
const describeFlowLogs = {
	service: 'ec2',
	operation: 'DescribeFlowLogs',
	action: 'ec2:DescribeFlowLogs',
	rate: 20,
	burst: 100,
	answers: 'FlowLogs',
	why: 'Says which network traffic is recorded, where to and in which format.',
} as const;

/** Flow logs: a link from a network to the bucket, log group or stream that records it. */
export const vpcFlowLog: Collector = {
	title: 'VPC flow logs',
	family: 'log',
	scope: 'region',
	calls: [describeFlowLogs],
	async collect(reading) {
		const pages = listed<DescribeFlowLogsCommandOutput>(reading, describeFlowLogs, {
			input: { MaxResults: 1000 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { FlowLogs = [] } of pages) for (const log of FlowLogs) tell(reading, log);
	},
};

function tell(reading: Reading, log: FlowLog): void {
	const { FlowLogId = '', ResourceId = '', LogDestination: to, LogGroupName: group } = log;
	const by = arnOf(reading, 'ec2', `vpc-flow-log/${FlowLogId}`);
	const from = arnOf(reading, 'ec2', `${resources[ResourceId.split('-')[0] ?? ''] ?? 'vpc'}/${ResourceId}`);
	reading.emit.seen(by);
	const bucket = to === undefined ? undefined : bucketIn(to);
	if (bucket) {
		reading.emit.link({ from, to: bucket.id, by });
		// A prefix means that the bucket holds other things as well.
		if (!bucket.prefixed) reading.emit.claim(bucket.id, measured(delivered(log), { by: describeFlowLogs, reading }));
		return;
	}
	const elsewhere = to?.replace(/:\*$/, '') ?? (group && arnOf(reading, 'logs', `log-group:${group}`));
	if (elsewhere) reading.emit.link({ from, to: elsewhere, by });
}

const resources: Readonly<Record<string, string>> = {
	vpc: 'vpc',
	subnet: 'subnet',
	eni: 'network-interface',
	tgw: 'transit-gateway',
};

/** What flow logs write into a bucket of their own: text by default. */
const delivered = ({ DestinationOptions: options }: FlowLog): Stated => ({
	format: options?.FileFormat === 'parquet' ? 'parquet' : 'log',
	structure: options?.FileFormat === 'parquet' ? 'structured' : 'semi-structured',
	updates: 'append',
	'event.time': true,
});
