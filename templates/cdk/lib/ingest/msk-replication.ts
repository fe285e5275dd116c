import { CfnParameter, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnReplicator } from 'aws-cdk-lib/aws-msk';
import { constructId } from '../names.ts';
import type { Ingest } from './ingest.ts';
import { below, kafkaName, kafkaOf } from './kafka.ts';

/** Copies topics of a Kafka that somebody runs himself into a cluster of this app, and goes on doing so. */
export const mskReplication: Ingest = {
	needsNetwork: true,
	makes: 'AWS::MSK::Replicator',
	build(scope, { source }, around) {
		const { network, lake } = around;
		if (!network) return 'it needs a network';
		const parameter = (id: string, what: string, allowedPattern: string) =>
			new CfnParameter(scope, id, { description: `${what} of ${source.title}`.slice(0, 1024), allowedPattern })
				.valueAsString;
		const clusterId = parameter('KafkaClusterId', 'Id of the Kafka cluster', '^[A-Za-z0-9_-]{1,64}$');
		const brokers = parameter('Brokers', 'Bootstrap brokers, with commas between,', '^[^\\s,]+:\\d+(,[^\\s,]+:\\d+)*$');
		const topics = parameter('Topics', 'Topics to copy, as a regular expression,', '^.{1,249}$');
		const login = parameter(
			'LoginArn',
			'Secret with username and password for SCRAM',
			'^arn:[a-z-]+:secretsmanager:.+$',
		);
		const target = kafkaOf(scope, around, network);
		const role = new Role(scope, 'replicator-role', { assumedBy: new ServicePrincipal('kafka.amazonaws.com') });
		const allow = (actions: readonly string[], resources: readonly string[]) =>
			role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
		const of = (kind: 'topic' | 'group') => below(Stack.of(scope), kind, kafkaName(around));
		allow(
			[
				'Connect',
				'DescribeCluster',
				'DescribeClusterDynamicConfiguration',
				'AlterCluster',
				'WriteDataIdempotently',
			].map(kafka),
			[target],
		);
		allow(
			[
				...['CreateTopic', 'DescribeTopic', 'AlterTopic', 'WriteData', 'ReadData'],
				...['DescribeTopicDynamicConfiguration', 'AlterTopicDynamicConfiguration'],
			].map(kafka),
			[of('topic')],
		);
		allow(['DescribeGroup', 'AlterGroup'].map(kafka), [of('group')]);
		allow(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], [login]);
		allow(['kms:Decrypt', 'kms:DescribeKey'], [lake.key.keyArn]);
		const subnetIds = network.vpc.isolatedSubnets.map(({ subnetId }) => subnetId);
		const vpcConfig = { subnetIds, securityGroupIds: [network.workload.securityGroupId] };
		const replicator = new CfnReplicator(scope, 'replicator', {
			replicatorName: constructId(source),
			description: `Copies topics of ${source.title}`.replace(/[^\w .,:-]/g, ' ').slice(0, 1000),
			serviceExecutionRoleArn: role.roleArn,
			kafkaClusters: [
				{
					apacheKafkaCluster: { apacheKafkaClusterId: clusterId, bootstrapBrokerString: brokers },
					clientAuthentication: { saslScram: { mechanism: 'SHA512', secretArn: login } },
					encryptionInTransit: { encryptionType: 'TLS' },
					vpcConfig,
				},
				{ amazonMskCluster: { mskClusterArn: target }, vpcConfig },
			],
			replicationInfoList: [
				{
					sourceKafkaClusterId: clusterId,
					targetKafkaClusterArn: target,
					targetCompressionType: 'ZSTD',
					topicReplication: {
						topicsToReplicate: [topics],
						startingPosition: { type: 'EARLIEST' },
						topicNameConfiguration: { type: 'IDENTICAL' },
						copyTopicConfigurations: true,
						copyAccessControlListsForTopics: false,
						detectAndCopyNewTopics: true,
					},
					consumerGroupReplication: { consumerGroupsToReplicate: [] },
				},
			],
		});
		replicator.node.addDependency(role);
		return `connect its network with that of this app (${Stack.of(scope).stackName} reaches its brokers from the private subnets)`;
	},
};

const kafka = (action: string): string => `kafka-cluster:${action}`;
