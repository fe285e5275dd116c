import { CfnParameter, Stack } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import { CfnClusterPolicy } from 'aws-cdk-lib/aws-msk';
import type { Construct } from 'constructs';
import { allow } from '../grants.ts';
import { type Around, shared, type Unit } from './ingest.ts';
import { below, kafkaName, kafkaOf } from './kafka.ts';

const cluster = /^arn:[a-z-]+:kafka:[a-z0-9-]+:\d{12}:cluster\/.+$/;

/**
 * The topic that a delivery reads: of the cluster that the source is, or of the one into which its topics are copied. Firehose
 * comes by private connectivity, as a policy of the cluster lets it. Undefined, if it reads no topic.
 */
export function topicOf(
	scope: Construct,
	{ source, flow }: Unit,
	around: Around,
	role: Role,
): CfnDeliveryStream.MSKSourceConfigurationProperty | undefined {
	const { network } = around;
	const isCopied = flow.services.includes('msk-replication');
	if (!isCopied && !cluster.test(source.id)) return undefined;
	if (isCopied && !network) return undefined;
	const arn = isCopied && network ? kafkaOf(scope, around, network) : source.id;
	const topicName = new CfnParameter(scope, 'Topic', {
		description: `Topic of ${source.title} that is delivered`.slice(0, 1024),
		allowedPattern: '^[A-Za-z0-9._-]{1,249}$',
	}).valueAsString;
	const of = (kind: 'topic' | 'group') => below(Stack.of(scope), kind, isCopied ? kafkaName(around) : arn);
	allow(
		role,
		['kafka:DescribeCluster', 'kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers', 'kafka-cluster:Connect'],
		[arn],
	);
	allow(
		role,
		['kafka-cluster:DescribeTopic', 'kafka-cluster:DescribeTopicDynamicConfiguration', 'kafka-cluster:ReadData'],
		[of('topic')],
	);
	allow(role, ['kafka-cluster:DescribeGroup'], [of('group')]);
	// Of a cluster that is there already somebody else writes the policy.
	if (isCopied) {
		shared(
			scope,
			'kafka-policy',
			(home) =>
				new CfnClusterPolicy(home, 'kafka-policy', {
					clusterArn: arn,
					policy: {
						Version: '2012-10-17',
						Statement: [
							{
								Effect: 'Allow',
								Principal: { Service: 'firehose.amazonaws.com' },
								Action: 'kafka:CreateVpcConnection',
								Resource: arn,
								Condition: { StringEquals: { 'aws:SourceAccount': Stack.of(home).account } },
							},
						],
					},
				}),
		);
	}
	return {
		mskClusterArn: arn,
		topicName,
		authenticationConfiguration: { connectivity: 'PRIVATE', roleArn: role.roleArn },
	};
}
