import { CfnParameter, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnApplication, CfnApplicationCloudWatchLoggingOption } from 'aws-cdk-lib/aws-kinesisanalyticsv2';
import { LogGroup, LogStream, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { mayRead, mayReceive, mayWrite } from '../grants.ts';
import { constructId } from '../names.ts';
import { type Ingest, streamOf } from './ingest.ts';

/** A Flink application over a stream, with checkpoints: its place is made here, its code is yours. */
export const managedFlink: Ingest = {
	keepsNothing: true,
	build(scope, { flow, source, bucket, prefix }, around) {
		const { lake } = around;
		const stream = streamOf(scope, source, around);
		if (!stream) return 'there is no stream that it reads';
		const code = new CfnParameter(scope, 'CodeKey', {
			description: `Key of the application's JAR in the scratch bucket, for ${source.title}`.slice(0, 1024),
			default: 'flink/application.jar',
			allowedPattern: '^[\\w./-]+$',
		}).valueAsString;
		const logs = new LogGroup(scope, 'flink-logs', {
			encryptionKey: lake.key,
			retention: RetentionDays.ONE_YEAR,
			removalPolicy: RemovalPolicy.RETAIN,
		});
		const log = new LogStream(scope, 'flink-log', { logGroup: logs, removalPolicy: RemovalPolicy.RETAIN });
		const role = new Role(scope, 'flink', { assumedBy: new ServicePrincipal('kinesisanalytics.amazonaws.com') });
		mayReceive(role, stream);
		mayRead(role, lake.scratch, 'flink/');
		mayWrite(role, bucket, prefix);
		role.addToPolicy(
			new PolicyStatement({
				actions: ['logs:DescribeLogStreams', 'logs:PutLogEvents'],
				resources: [logs.logGroupArn],
			}),
		);
		const units = Number(flow.settings['managed-flink']?.units ?? 1);
		const application = new CfnApplication(scope, 'application', {
			applicationName: constructId(source),
			runtimeEnvironment: 'FLINK-1_20',
			serviceExecutionRole: role.roleArn,
			applicationConfiguration: {
				applicationCodeConfiguration: {
					codeContentType: 'ZIPFILE',
					codeContent: { s3ContentLocation: { bucketArn: lake.scratch.bucketArn, fileKey: code } },
				},
				applicationSnapshotConfiguration: { snapshotsEnabled: true },
				flinkApplicationConfiguration: {
					checkpointConfiguration: { configurationType: 'DEFAULT' },
					monitoringConfiguration: { configurationType: 'CUSTOM', logLevel: 'INFO', metricsLevel: 'APPLICATION' },
					parallelismConfiguration: {
						configurationType: 'CUSTOM',
						autoScalingEnabled: true,
						parallelism: Math.min(Math.max(Math.round(units) || 1, 1), 64),
						parallelismPerKpu: 1,
					},
				},
			},
		});
		application.node.addDependency(role);
		new CfnApplicationCloudWatchLoggingOption(scope, 'logging', {
			applicationName: application.ref,
			cloudWatchLoggingOption: {
				logStreamArn: Stack.of(scope).formatArn({
					service: 'logs',
					resource: `log-group:${logs.logGroupName}:log-stream`,
					resourceName: log.logStreamName,
				}),
			},
		});
		return 'put its JAR into the scratch bucket below flink/, let its role write where features are served, and start it';
	},
};
