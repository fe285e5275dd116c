import { readFileSync } from 'node:fs';
import { CfnParameter, Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { allow, mayReceive, mayUseKey } from '../grants.ts';
import { type Ingest, streamOf } from './ingest.ts';

/** Batches that are worked on at once: one for each shard, so that a stream can grow to as many and takes no more from others. */
const mostAtOnce = 50;

/** Its text goes into the template, which takes 4 KB of it: nothing has to be bundled. */
const code = (): string =>
	readFileSync(new URL('../../functions/serve.cjs', import.meta.url), 'utf8').replace(/^\s*(?:\/\/|\/\*\*).*\n/gm, '');

/** A function that writes the records of a stream to the table from which they are served; what it cannot write ends in a queue. */
export const lambdaConsumer: Ingest = {
	keepsNothing: true,
	build(scope, unit, around) {
		const { flow, source } = unit;
		const { lake } = around;
		const stream = streamOf(scope, source, around);
		if (!stream || !lake.serving) return 'there is no stream that it reads';
		const keyField = new CfnParameter(scope, 'KeyField', {
			description: `Field by which records of ${source.title} are served`.slice(0, 1024),
			default: 'id',
			allowedPattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,254}$',
		}).valueAsString;
		const logGroup = new LogGroup(scope, 'consumer-logs', {
			encryptionKey: lake.key,
			retention: RetentionDays.SIX_MONTHS,
		});
		const failed = new Queue(scope, 'failed', {
			encryption: QueueEncryption.KMS,
			encryptionMasterKey: lake.key,
			enforceSSL: true,
			retentionPeriod: Duration.days(14),
		});
		const role = new Role(scope, 'consumer-role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
		mayReceive(role, stream);
		mayUseKey(role, lake.key);
		allow(role, ['dynamodb:PutItem'], [lake.serving.tableArn]);
		allow(role, ['sqs:SendMessage'], [failed.queueArn]);
		allow(role, ['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
		const consumer = new LambdaFunction(scope, 'consumer', {
			description: `Serves the records of ${source.title}`.slice(0, 256),
			runtime: Runtime.NODEJS_24_X,
			handler: 'index.handler',
			code: Code.fromInline(code()),
			role: role.withoutPolicyUpdates(),
			logGroup,
			// Only whoever calls it by hand comes to this queue by this way; the stream has its own.
			deadLetterQueue: failed,
			reservedConcurrentExecutions: mostAtOnce,
			timeout: Duration.minutes(1),
			memorySize: 256,
			environment: { TABLE: lake.serving.tableName, KEY_FIELD: keyField },
			environmentEncryption: lake.key,
		});
		const settings = flow.settings['lambda-consumer'] ?? {};
		new CfnEventSourceMapping(scope, 'reads', {
			eventSourceArn: stream.streamArn,
			functionName: consumer.functionName,
			startingPosition: 'TRIM_HORIZON',
			batchSize: Number(settings.batchSize ?? 100),
			bisectBatchOnFunctionError: settings.bisectOnError !== false,
			functionResponseTypes: ['ReportBatchItemFailures'],
			maximumRetryAttempts: 10,
			maximumRecordAgeInSeconds: 86_400,
			destinationConfig: { onFailure: { destination: failed.queueArn } },
		}).node.addDependency(role);
		return undefined;
	},
};
