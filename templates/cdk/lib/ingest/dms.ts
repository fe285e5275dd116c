import { Aws, CfnParameter } from 'aws-cdk-lib';
import {
	CfnEndpoint,
	type CfnEndpointProps,
	CfnReplicationConfig,
	CfnReplicationSubnetGroup,
} from 'aws-cdk-lib/aws-dms';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { knownOf } from '../decided-by.ts';
import { maySend, mayWrite } from '../grants.ts';
import { constructId } from '../names.ts';
import type { Flow, Plan, PlannedSource } from '../plan.ts';
import { type Ingest, shared, streamOf } from './ingest.ts';

interface Access {
	readonly secretsManagerSecretId: string;
	readonly secretsManagerAccessRoleArn: string;
}
interface Engine {
	readonly name: string;
	readonly sslMode: 'none' | 'require';
	readonly needsDatabase: boolean;
	settings(access: Access): Partial<CfnEndpointProps>;
}

/** Each engine has a block of settings of its own; a secret named in another block is ignored. */
const engines: Readonly<Record<string, Engine>> = {
	mysql: { name: 'mysql', sslMode: 'none', needsDatabase: false, settings: (a) => ({ mySqlSettings: a }) },
	mariadb: { name: 'mariadb', sslMode: 'none', needsDatabase: false, settings: (a) => ({ mySqlSettings: a }) },
	'aurora-mysql': { name: 'aurora', sslMode: 'none', needsDatabase: false, settings: (a) => ({ mySqlSettings: a }) },
	postgresql: {
		name: 'postgres',
		sslMode: 'require',
		needsDatabase: true,
		settings: (a) => ({ postgreSqlSettings: a }),
	},
	'aurora-postgresql': {
		name: 'aurora-postgresql',
		sslMode: 'require',
		needsDatabase: true,
		settings: (a) => ({ postgreSqlSettings: a }),
	},
	oracle: { name: 'oracle', sslMode: 'none', needsDatabase: true, settings: (a) => ({ oracleSettings: a }) },
	sqlserver: {
		name: 'sqlserver',
		sslMode: 'require',
		needsDatabase: true,
		settings: (a) => ({ microsoftSqlServerSettings: a }),
	},
	db2: { name: 'db2', sslMode: 'none', needsDatabase: true, settings: (a) => ({ ibmDb2Settings: a }) },
	mongodb: { name: 'mongodb', sslMode: 'none', needsDatabase: true, settings: (a) => ({ mongoDbSettings: a }) },
};

const kinds = { history: 'full-load', changes: 'cdc', both: 'full-load-and-cdc' } as const;
/** The capacities that DMS Serverless has, in units of 2 GB. */
const capacities = [1, 2, 4, 8, 16, 32, 64, 128, 192, 256, 384];

/** Replication of a database into the lake: rows as Parquet, then every change, as files in the order of their commit. */
export const dms: Ingest = {
	needsNetwork: true,
	makes: 'AWS::DMS::ReplicationConfig',
	build(scope, { flow, source, bucket, prefix }, around) {
		const { lake, network } = around;
		const engine = engineOf(around.plan, source);
		if (!engine || !network) return 'the plan does not say which database engine it is';
		const secretArn = new CfnParameter(scope, 'LoginArn', {
			description: `Secret with host, port, username and password of ${source.title}`.slice(0, 1024),
			allowedPattern: '^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\\d{12}:secret:.+$',
		});
		const database = engine.needsDatabase
			? new CfnParameter(scope, 'DatabaseName', {
					description: `Name of the database ${source.title}`.slice(0, 1024),
					minLength: 1,
				})
			: undefined;
		const reader = new Role(scope, 'reader', {
			assumedBy: new ServicePrincipal(`dms.${Aws.REGION}.${Aws.URL_SUFFIX}`),
		});
		Secret.fromSecretCompleteArn(scope, 'secret', secretArn.valueAsString).grantRead(reader);
		const writer = new Role(scope, 'writer', { assumedBy: new ServicePrincipal('dms.amazonaws.com') });
		const from = new CfnEndpoint(scope, 'from', {
			endpointType: 'source',
			engineName: engine.name,
			sslMode: engine.sslMode,
			kmsKeyId: lake.key.keyArn,
			...(database ? { databaseName: database.valueAsString } : {}),
			...engine.settings({
				secretsManagerSecretId: secretArn.valueAsString,
				secretsManagerAccessRoleArn: reader.roleArn,
			}),
		});
		const stream = flow.settings.dms?.target === 'kinesis' ? streamOf(scope, source, around) : undefined;
		if (stream) maySend(writer, stream);
		if (!stream) mayWrite(writer, bucket, prefix);
		const inStream = stream && {
			kinesisSettings: { streamArn: stream.streamArn, messageFormat: 'json', serviceAccessRoleArn: writer.roleArn },
		};
		const inLake = {
			s3Settings: {
				bucketName: bucket.bucketName,
				bucketFolder: prefix.replace(/\/$/, ''),
				serviceAccessRoleArn: writer.roleArn,
				dataFormat: 'parquet',
				parquetVersion: 'parquet-2-0',
				encryptionMode: 'sse-kms',
				serverSideEncryptionKmsKeyId: lake.key.keyArn,
				includeOpForFullLoad: true,
				timestampColumnName: '_committed_at',
				datePartitionEnabled: false,
			},
		};
		const to = new CfnEndpoint(scope, 'to', {
			endpointType: 'target',
			engineName: stream ? 'kinesis' : 's3',
			kmsKeyId: lake.key.keyArn,
			...(inStream ?? inLake),
		});
		from.node.addDependency(reader);
		to.node.addDependency(writer);
		const subnets = shared(
			scope,
			'dms-subnets',
			(home) =>
				new CfnReplicationSubnetGroup(home, 'dms-subnets', {
					replicationSubnetGroupDescription: 'Where DMS runs',
					subnetIds: network.vpc.isolatedSubnets.map(({ subnetId }) => subnetId),
				}),
		);
		new CfnReplicationConfig(scope, 'replication', {
			replicationConfigIdentifier: constructId(source),
			replicationType: kinds[flow.carries],
			sourceEndpointArn: from.ref,
			targetEndpointArn: to.ref,
			tableMappings: everyTable,
			computeConfig: {
				maxCapacityUnits: capacityOf(flow),
				multiAz: false,
				replicationSubnetGroupId: subnets.ref,
				vpcSecurityGroupIds: [network.workload.securityGroupId],
				kmsKeyId: lake.key.keyArn,
			},
		});
		return 'connect its network with that of this app, then start the replication';
	},
};

const engineOf = (plan: Plan, source: PlannedSource): Engine | undefined => {
	const said = knownOf(plan, source, 'engine')?.value;
	return typeof said === 'string' && Object.hasOwn(engines, said) ? engines[said] : undefined;
};

/** The smallest capacity that holds what the plan wants. */
function capacityOf({ settings }: Flow): number {
	const wanted = Number(settings.dms?.maximumUnits ?? settings.dms?.capacityUnits ?? 4);
	return capacities.find((units) => units >= wanted) ?? 384;
}

/** Every table of every schema; narrow it here to what models need. */
const everyTable = {
	rules: [
		{
			'rule-type': 'selection',
			'rule-id': '1',
			'rule-name': 'every-table',
			'object-locator': { 'schema-name': '%', 'table-name': '%' },
			'rule-action': 'include',
		},
	],
};
