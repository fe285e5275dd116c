import { CfnMetricStream } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { deliver } from './data-firehose.ts';
import type { Ingest } from './ingest.ts';

/** Metrics of this account and region as they are measured, as JSON. Narrow it here: each metric that is updated costs. */
export const cloudwatchMetricStreams: Ingest = {
	build(scope, unit, around) {
		const delivery = deliver(scope, unit, around);
		const role = new Role(scope, 'sender', {
			assumedBy: new ServicePrincipal('streams.metrics.cloudwatch.amazonaws.com'),
		});
		role.addToPolicy(
			new PolicyStatement({
				actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
				resources: [delivery.attrArn],
			}),
		);
		const stream = new CfnMetricStream(scope, 'metrics', {
			firehoseArn: delivery.attrArn,
			roleArn: role.roleArn,
			outputFormat: 'json',
		});
		stream.node.addDependency(role);
		return undefined;
	},
};
