import { CfnParameter, Stack } from 'aws-cdk-lib';
import {
	Code,
	Connection,
	ConnectionNetwork,
	ConnectionType,
	GlueVersion,
	type IConnection,
	PySparkEtlJob,
} from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { mayLog } from '../glue-grants.ts';
import { mayFetchBelow, mayUseKey, mayWrite } from '../grants.ts';
import { arns, partOf } from '../names.ts';
import { scheduleOf } from '../schedules.ts';
import { codeOf } from '../scripts.ts';
import { securityOf } from '../security.ts';
import { mayJoinNetworks, unitsOf } from './glue-jdbc.ts';
import { type Around, type Ingest, shared, type Unit } from './ingest.ts';

/** What a job needs to know to read one kind of store, besides where it writes. */
interface Reading {
	readonly arguments: Readonly<Record<string, string>>;
	readonly connections?: readonly IConnection[];
	readonly jars?: readonly Code[];
}

/** A job that reads a store as a whole, as often as its flow says, and writes Parquet, a folder for each run; the newest counts. */
const reads = (
	kind: string,
	needsNetwork: boolean,
	prepare: (role: Role, unit: Unit, around: Around) => Reading | string,
): Ingest => ({
	needsNetwork,
	build(scope, unit, around) {
		const { flow, source, bucket, prefix } = unit;
		const role = new Role(scope, 'reader', { assumedBy: new ServicePrincipal('glue.amazonaws.com') });
		const reading = prepare(role, unit, around);
		if (typeof reading === 'string') {
			scope.node.tryRemoveChild('reader');
			return reading;
		}
		mayWrite(role, bucket, prefix);
		mayUseKey(role, around.lake.key);
		mayLog(role, Stack.of(scope));
		const size = unitsOf(flow, source);
		const job = new PySparkEtlJob(scope, 'read', {
			// The job would give it wildcards for its script.
			role: role.withoutPolicyUpdates(),
			script: codeOf(scope, role, 'read.py'),
			glueVersion: GlueVersion.V5_1,
			workerConfiguration: { workerType: size.workerType, numberOfWorkers: size.workers },
			connections: [...(reading.connections ?? [])],
			extraJars: [...(reading.jars ?? [])],
			securityConfiguration: securityOf(scope, around.lake.key),
			timeout: size.timeout,
			maxConcurrentRuns: 1,
			defaultArguments: {
				'--kind': kind,
				'--to': bucket.s3UrlForObject(prefix.replace(/\/$/, '')),
				'--job-bookmark-option': 'job-bookmark-disable',
				...reading.arguments,
			},
		});
		const schedule = scheduleOf(flow.cadence);
		if (!schedule) return 'start its job "read" once';
		const target = new Universal({
			service: 'glue',
			action: 'startJobRun',
			input: ScheduleTargetInput.fromObject({ JobName: job.jobName }),
			policyStatements: [new PolicyStatement({ actions: ['glue:StartJobRun'], resources: [job.jobArn] })],
		});
		new Schedule(scope, 'schedule', { schedule, target });
		return needsNetwork ? 'connect its network with that of this app' : undefined;
	},
});

const parameter = (
	scope: Construct,
	id: string,
	what: string,
	{ source }: Unit,
	more: { allowedPattern: string; default?: string },
) => new CfnParameter(scope, id, { description: `${what} of ${source.title}`.slice(0, 1024), ...more }).valueAsString;

const name = '^[\\w.*-]+(,[\\w.*-]+)*$';
const secretArn = '^arn:[a-z-]+:secretsmanager:.+$';

/** A small table of DynamoDB: scanned by as many readers as the job has, with what is free of its capacity. */
export const glueDynamodbRead: Ingest = reads('dynamodb', false, (role, { source }) => {
	const table = partOf(source, arns.table);
	if (table === undefined) return 'its id is not the ARN of a DynamoDB table';
	const actions = ['dynamodb:DescribeTable', 'dynamodb:Scan'];
	role.addToPolicy(new PolicyStatement({ actions, resources: [source.id] }));
	return { arguments: { '--names': table } };
});

/** Where the connector of Cassandra is put, once. */
const connector = 'connectors/spark-cassandra-connector-assembly_2.12-3.5.1.jar';

/** Tables of Cassandra or Keyspaces, by ranges of tokens. The connector is a JAR that is fetched once, from where Maven has it. */
export const glueCassandraRead: Ingest = reads('cassandra', true, (role, unit, { lake, network }) => {
	const scope = role.node.scope as Construct;
	if (!network) return 'it needs a network';
	mayFetchBelow(role, lake.scratch, 'connectors/');
	const login = parameter(scope, 'LoginArn', 'Secret with username and password', unit, { allowedPattern: secretArn });
	Secret.fromSecretCompleteArn(scope, 'secret', login).grantRead(role);
	mayJoinNetworks(role);
	return {
		connections: connected(scope, network),
		jars: [Code.fromBucket(lake.scratch, connector)],
		arguments: {
			'--names': parameter(scope, 'Tables', 'Tables, each with its keyspace, with commas between,', unit, {
				allowedPattern: name,
			}),
			'--host': parameter(scope, 'Host', 'Contact point', unit, { allowedPattern: '^[A-Za-z0-9.:-]+$' }),
			'--secret': login,
		},
	};
});

/** Indices of OpenSearch, shard by shard. Glue brings the connector along. */
export const glueOpensearchRead: Ingest = reads('opensearch', true, (role, unit, { network }) => {
	const scope = role.node.scope as Construct;
	if (!network) return 'it needs a network';
	const login = parameter(scope, 'LoginArn', 'Secret with username and password', unit, { allowedPattern: secretArn });
	Secret.fromSecretCompleteArn(scope, 'secret', login).grantRead(role);
	mayJoinNetworks(role);
	return {
		connections: connected(scope, network),
		arguments: {
			'--names': parameter(scope, 'Indices', 'Indices, with commas between,', unit, { allowedPattern: name }),
			'--host': parameter(scope, 'Host', 'Address of the domain, with https://,', unit, {
				allowedPattern: '^https://[A-Za-z0-9.:-]+$',
			}),
			'--secret': login,
		},
	};
});

/** The way of the jobs of a stack into the network of this app. */
const connected = (scope: Construct, { vpc, workload }: NonNullable<Around['network']>): readonly IConnection[] => {
	const [subnet] = vpc.isolatedSubnets;
	if (!subnet) return [];
	return [
		shared(
			scope,
			'glue-network',
			(home) =>
				new Connection(home, 'glue-network', {
					type: ConnectionType.NETWORK,
					network: ConnectionNetwork.subnet(subnet),
					securityGroups: [workload],
				}),
		),
	];
};
