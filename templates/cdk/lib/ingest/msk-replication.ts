import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnReplicator } from 'aws-cdk-lib/aws-msk';
import { allow } from '../grants.ts';
import { constructId } from '../names.ts';
import { asked, askedLogin } from './asked.ts';
import type { Ingest } from './ingest.ts';
import { below, kafkaName, kafkaOf } from './kafka.ts';

/** Copies topics of a Kafka that somebody runs himself into a cluster of this app, and goes on doing so. */
export const mskReplication: Ingest = {
	needsNetwork: true,
	makes: 'AWS::MSK::Replicator',
	build(scope, { source }, around) {
		const { network, lake } = around;
		if (!network) return 'it needs a network';
		const clusterId = asked(scope, source, 'KafkaClusterId', 'Id of the Kafka cluster', {
			allowedPattern: '^[A-Za-z0-9_-]{1,64}$',
		});
		const brokers = asked(scope, source, 'Brokers', 'Bootstrap brokers, with commas between,', {
			allowedPattern: '^[^\\s,]+:\\d+(,[^\\s,]+:\\d+)*$',
		});
		const topics = asked(scope, source, 'Topics', 'Topics to copy, as a regular expression,', {
			allowedPattern: '^.{1,249}$',
		});
		const login = askedLogin(scope, source, 'Secret with username and password for SCRAM');
		const target = kafkaOf(scope, around, network);
		const role = new Role(scope, 'replicator-role', { assumedBy: new ServicePrincipal('kafka.amazonaws.com') });
		const of = (kind: 'topic' | 'group') => below(Stack.of(scope), kind, kafkaName(around));
		allow(
			role,
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
			role,
			[
				...['CreateTopic', 'DescribeTopic', 'AlterTopic', 'WriteData', 'ReadData'],
				...['DescribeTopicDynamicConfiguration', 'AlterTopicDynamicConfiguration'],
			].map(kafka),
			[of('topic')],
		);
		allow(role, ['DescribeGroup', 'AlterGroup'].map(kafka), [of('group')]);
		allow(role, ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], [login]);
		allow(role, ['kms:Decrypt', 'kms:DescribeKey'], [lake.key.keyArn]);
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
