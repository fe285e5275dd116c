import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscriptionFilter } from 'aws-cdk-lib/aws-logs';
import { arns, partOf } from '../names.ts';
import { deliver, unpackLogs } from './data-firehose.ts';
import type { Ingest } from './ingest.ts';

/** Log events of a group into the lake as they arrive, taken out of the envelope in which CloudWatch Logs packs them. */
export const cloudwatchLogsDelivery: Ingest = {
	build(scope, unit, around) {
		const group = partOf(unit.source, arns.logGroup);
		if (group === undefined) return 'its id is not the ARN of a log group';
		const { target, schedule } = unit.flow.settings['cloudwatch-logs-delivery'] ?? {};
		if (target === 'table') return `associate ${group} with the S3 Tables integration of CloudWatch Logs`;
		if (schedule === 'once') return `export what ${group} holds once: aws logs create-export-task`;
		const delivery = deliver(scope, unit, around, unpackLogs);
		const sender = new Role(scope, 'sender', {
			assumedBy: new ServicePrincipal('logs.amazonaws.com', {
				conditions: { StringLike: { 'aws:SourceArn': `${unit.source.id.replace(/:\*$/, '')}:*` } },
			}),
		});
		sender.addToPolicy(
			new PolicyStatement({
				actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
				resources: [delivery.attrArn],
			}),
		);
		const filter = new CfnSubscriptionFilter(scope, 'filter', {
			logGroupName: group,
			filterPattern: '',
			destinationArn: delivery.attrArn,
			roleArn: sender.roleArn,
		});
		filter.node.addDependency(sender);
		return `what ${group} holds already is exported once by hand: aws logs create-export-task`;
	},
};
