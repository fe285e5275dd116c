import type { ServiceName } from './call.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** How the environment spells a service in AWS_ENDPOINT_URL_<SERVICE>: its service id in capitals. */
const spelled: Readonly<Record<ServiceName, string>> = {
	s3: 'S3',
	rds: 'RDS',
	dynamodb: 'DYNAMODB',
	cloudwatch: 'CLOUDWATCH',
	logs: 'CLOUDWATCH_LOGS',
	sts: 'STS',
	kinesis: 'KINESIS',
	firehose: 'FIREHOSE',
	redshift: 'REDSHIFT',
	kafka: 'KAFKA',
	opensearch: 'OPENSEARCH',
	elasticache: 'ELASTICACHE',
	efs: 'EFS',
	fsx: 'FSX',
	ec2: 'EC2',
	glue: 'GLUE',
	dms: 'DATABASE_MIGRATION_SERVICE',
	directconnect: 'DIRECT_CONNECT',
	datasync: 'DATASYNC',
	cloudtrail: 'CLOUDTRAIL',
	iot: 'IOT',
};

/** Where the environment sends the calls of a service; undefined for AWS itself. As the AWS CLI reads it. */
export function endpointOf(service: ServiceName, env: Env): string | undefined {
	if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true') return undefined;
	return env[`AWS_ENDPOINT_URL_${spelled[service]}`] || env.AWS_ENDPOINT_URL || undefined;
}
