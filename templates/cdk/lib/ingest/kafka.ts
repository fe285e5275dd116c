import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnCluster } from 'aws-cdk-lib/aws-msk';
import { Construct } from 'constructs';
import type { NetworkStack } from '../network-stack.ts';
import { type Around, shared } from './ingest.ts';

const version = '3.8.x';

/** A cluster of Kafka in the network of this app, encrypted with the key of the lake, opened by IAM alone. It holds data and is kept. */
class Kafka extends Construct {
	readonly arn: string;

	constructor(scope: Construct, id: string, { lake, environment, plan }: Around, network: NetworkStack) {
		super(scope, id);
		const express = plan.flows.some(({ settings }) => settings['msk-replication']?.clusterType === 'express');
		const wanted = plan.flows.map(({ settings }) => Number(settings['msk-replication']?.brokers ?? 0));
		const subnets = network.vpc.isolatedSubnets.map(({ subnetId }) => subnetId);
		const logs = new LogGroup(this, 'logs', {
			encryptionKey: lake.key,
			retention: RetentionDays.SIX_MONTHS,
			removalPolicy: RemovalPolicy.RETAIN,
		});
		const cluster = new CfnCluster(this, 'cluster', {
			clusterName: kafkaName({ environment }),
			kafkaVersion: version,
			// As many in each zone.
			numberOfBrokerNodes: Math.ceil(Math.max(3, ...wanted) / subnets.length) * subnets.length,
			brokerNodeGroupInfo: {
				clientSubnets: subnets,
				securityGroups: [network.workload.securityGroupId],
				...(express
					? { instanceType: 'express.m7g.large' }
					: { instanceType: 'kafka.m7g.large', storageInfo: { ebsStorageInfo: { volumeSize: 100 } } }),
			},
			clientAuthentication: { sasl: { iam: { enabled: true } }, unauthenticated: { enabled: false } },
			encryptionInfo: {
				encryptionAtRest: { dataVolumeKmsKeyId: lake.key.keyArn },
				encryptionInTransit: { clientBroker: 'TLS', inCluster: true },
			},
			enhancedMonitoring: 'PER_TOPIC_PER_BROKER',
			loggingInfo: { brokerLogs: { cloudWatchLogs: { enabled: true, logGroup: logs.logGroupName } } },
		});
		cluster.applyRemovalPolicy(RemovalPolicy.RETAIN);
		this.arn = cluster.attrArn;
	}
}

/** Topics or groups of a cluster, by its ARN or its name: whatever they are called. */
export function below(stack: Stack, kind: 'topic' | 'group', cluster: string): string {
	const name = /:cluster\/([^/]+)/.exec(cluster)?.[1] ?? cluster;
	return stack.formatArn({ service: 'kafka', resource: kind, resourceName: `${name}/*` });
}

/** The name of the cluster into which topics from elsewhere are copied. */
export const kafkaName = ({ environment }: Pick<Around, 'environment'>): string => `${environment.name}-topics`;

/** The ARN of the cluster into which topics from elsewhere are copied, made in a stack when it is first asked for. */
export const kafkaOf = (scope: Construct, around: Around, network: NetworkStack): string =>
	shared(scope, 'kafka', (home) => new Kafka(home, 'kafka', around, network)).arn;
