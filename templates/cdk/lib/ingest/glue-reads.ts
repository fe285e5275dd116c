import { Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { mayLog } from '../glue-grants.ts';
import { mayFetchBelow, mayUseKey, mayWrite } from '../grants.ts';
import { arns, partOf } from '../names.ts';
import { asked, askedLogin } from './asked.ts';
import { mayJoinNetworks, wayInto } from './glue-network.ts';
import type { Around, Ingest, Unit } from './ingest.ts';
import { type Reading, readingJob } from './reading-job.ts';

/** A job that reads a store as a whole, as often as its flow says, and writes Parquet, a folder for each run; the newest counts. */
const reads = (
	kind: string,
	needsNetwork: boolean,
	prepare: (role: Role, unit: Unit, around: Around) => Omit<Reading, 'id' | 'role'> | string,
): Ingest => ({
	needsNetwork,
	build(scope, unit, around) {
		const { bucket, prefix } = unit;
		const role = new Role(scope, 'reader', { assumedBy: new ServicePrincipal('glue.amazonaws.com') });
		const reading = prepare(role, unit, around);
		if (typeof reading === 'string') {
			scope.node.tryRemoveChild('reader');
			return reading;
		}
		mayWrite(role, bucket, prefix);
		mayUseKey(role, around.lake.key);
		mayLog(role, Stack.of(scope));
		const isScheduled = readingJob(scope, unit, around, {
			...{ id: 'read', role, ...reading },
			arguments: { '--kind': kind, ...reading.arguments },
		});
		if (!isScheduled) return 'start its job "read" once';
		return needsNetwork ? 'connect its network with that of this app' : undefined;
	},
});

const names = { allowedPattern: '^[\\w.*-]+(,[\\w.*-]+)*$' };

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
export const glueCassandraRead: Ingest = reads('cassandra', true, (role, { source }, { lake, network }) => {
	const scope = role.node.scope as Construct;
	if (!network) return 'it needs a network';
	mayFetchBelow(role, lake.scratch, 'connectors/');
	const login = askedLogin(scope, source);
	Secret.fromSecretCompleteArn(scope, 'secret', login).grantRead(role);
	mayJoinNetworks(role);
	return {
		connections: wayInto(scope, network),
		jars: [Code.fromBucket(lake.scratch, connector)],
		arguments: {
			'--names': asked(scope, source, 'Tables', 'Tables, each with its keyspace, with commas between,', names),
			'--host': asked(scope, source, 'Host', 'Contact point', { allowedPattern: '^[A-Za-z0-9.:-]+$' }),
			'--secret': login,
		},
	};
});

/** Indices of OpenSearch, shard by shard. Glue brings the connector along. */
export const glueOpensearchRead: Ingest = reads('opensearch', true, (role, { source }, { network }) => {
	const scope = role.node.scope as Construct;
	if (!network) return 'it needs a network';
	const login = askedLogin(scope, source);
	Secret.fromSecretCompleteArn(scope, 'secret', login).grantRead(role);
	mayJoinNetworks(role);
	return {
		connections: wayInto(scope, network),
		arguments: {
			'--names': asked(scope, source, 'Indices', 'Indices, with commas between,', names),
			'--host': asked(scope, source, 'Host', 'Address of the domain, with https://,', {
				allowedPattern: '^https://[A-Za-z0-9.:-]+$',
			}),
			'--secret': login,
		},
	};
});
