import { CfnParameter } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot';
import { maySend } from '../grants.ts';
import { deliver } from './data-firehose.ts';
import { type Ingest, streamOf } from './ingest.ts';

/** Messages of devices: a rule of IoT Core sends a topic into the stream of the flow, or straight into a delivery to the lake. */
export const iotCore: Ingest = {
	build(scope, unit, around) {
		const topic = new CfnParameter(scope, 'Topic', {
			description: `MQTT topic filter of ${unit.source.title}`.slice(0, 1024),
			default: 'devices/#',
			allowedPattern: '^[A-Za-z0-9/_+#$-]+$',
		}).valueAsString;
		const stream = streamOf(scope, unit.source, around);
		const role = new Role(scope, 'rule-role', { assumedBy: new ServicePrincipal('iot.amazonaws.com') });
		if (stream) maySend(role, stream);
		const delivery = stream ? undefined : deliver(scope, unit, around);
		if (delivery) {
			role.addToPolicy(
				new PolicyStatement({
					actions: ['firehose:PutRecordBatch', 'firehose:PutRecord'],
					resources: [delivery.attrArn],
				}),
			);
		}
		// The rule engine fills it in, not this program.
		// biome-ignore lint/suspicious/noTemplateCurlyInString: a substitution of IoT Core
		const device = '${clientid()}';
		const action = stream
			? { kinesis: { streamName: stream.streamName, partitionKey: device, roleArn: role.roleArn } }
			: {
					firehose: {
						deliveryStreamName: delivery?.ref ?? '',
						roleArn: role.roleArn,
						batchMode: false,
						separator: '\n',
					},
				};
		const rule = new CfnTopicRule(scope, 'rule', {
			topicRulePayload: {
				sql: `SELECT *, topic() AS topic, timestamp() AS received FROM '${topic}'`,
				awsIotSqlVersion: '2016-03-23',
				ruleDisabled: false,
				actions: [action],
			},
		});
		rule.node.addDependency(role);
		return 'give its devices a thing, a certificate and a policy in IoT Core';
	},
};
