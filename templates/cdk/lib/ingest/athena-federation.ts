import { Aws, Stack } from 'aws-cdk-lib';
import { CfnDataCatalog } from 'aws-cdk-lib/aws-athena';
import { CfnConnection } from 'aws-cdk-lib/aws-glue';
import { knownOf } from '../decided-by.ts';
import { constructId, datasetOf } from '../names.ts';
import { asked } from './asked.ts';
import type { Ingest } from './ingest.ts';

/** Connection types of Glue that Athena can query through. */
const types: Readonly<Record<string, string>> = {
	mysql: 'MYSQL',
	'aurora-mysql': 'MYSQL',
	postgresql: 'POSTGRESQL',
	'aurora-postgresql': 'POSTGRESQL',
	oracle: 'ORACLE',
	sqlserver: 'SQLSERVER',
	redshift: 'REDSHIFT',
	snowflake: 'SNOWFLAKE',
	dynamodb: 'DYNAMODB',
};

/** A catalogue in Athena over a database that stays where it is. Spilled results lie encrypted in the scratch bucket. */
export const athenaFederation: Ingest = {
	needsNetwork: true,
	keepsNothing: true,
	build(scope, { source, prefix }, { lake, network, plan }) {
		const engine = knownOf(plan, source, 'engine')?.value;
		const type = typeof engine === 'string' && Object.hasOwn(types, engine) ? types[engine] : undefined;
		if (type === undefined || !network) return 'Athena has no connection for its engine that is made without code';
		const parameter = (id: string, what: string) => asked(scope, source, id, what, { minLength: 1 });
		const isServerless = type === 'DYNAMODB';
		const secret = isServerless ? undefined : parameter('LoginArn', 'Secret with username and password');
		const [subnet] = network.vpc.isolatedSubnets;
		const connection = new CfnConnection(scope, 'connection', {
			catalogId: Aws.ACCOUNT_ID,
			connectionInput: {
				name: constructId(source),
				connectionType: type,
				...(secret === undefined || !subnet
					? {}
					: {
							connectionProperties: {
								HOST: parameter('Host', 'Host name'),
								PORT: parameter('Port', 'Port'),
								DATABASE: parameter('DatabaseName', 'Name of the database'),
							},
							authenticationConfiguration: { authenticationType: 'BASIC', secretArn: secret },
							physicalConnectionRequirements: {
								subnetId: subnet.subnetId,
								availabilityZone: subnet.availabilityZone,
								securityGroupIdList: [network.workload.securityGroupId],
							},
						}),
				athenaProperties: {
					spill_bucket: lake.scratch.bucketName,
					spill_prefix: `${prefix}spill`,
					kms_key_id: lake.key.keyArn,
				},
			},
		});
		new CfnDataCatalog(scope, 'catalog', {
			name: datasetOf(source),
			type: 'FEDERATED',
			parameters: {
				'connection-arn': Stack.of(scope).formatArn({
					service: 'glue',
					resource: 'connection',
					resourceName: connection.ref,
				}),
				'connection-type': type,
			},
		});
		return 'connect its network with that of this app before the first query';
	},
};
