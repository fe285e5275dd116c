import type { Connection, Settings } from './connection.ts';

interface Service {
	/** How the environment spells it in AWS_ENDPOINT_URL_<SERVICE>, and `services` of a profile in small letters: its service id. */
	readonly spelled: string;
	/** Its thin client, a module of its own that loads with the first call. */
	readonly load: () => Promise<{ connect(settings: Settings): Connection }>;
}

/** The AWS services that discovery speaks to. */
export const services = {
	s3: { spelled: 'S3', load: () => import('./services/s3.ts') },
	rds: { spelled: 'RDS', load: () => import('./services/rds.ts') },
	dynamodb: { spelled: 'DYNAMODB', load: () => import('./services/dynamodb.ts') },
	cloudwatch: { spelled: 'CLOUDWATCH', load: () => import('./services/cloudwatch.ts') },
	logs: { spelled: 'CLOUDWATCH_LOGS', load: () => import('./services/logs.ts') },
	sts: { spelled: 'STS', load: () => import('./services/sts.ts') },
	kinesis: { spelled: 'KINESIS', load: () => import('./services/kinesis.ts') },
	firehose: { spelled: 'FIREHOSE', load: () => import('./services/firehose.ts') },
	redshift: { spelled: 'REDSHIFT', load: () => import('./services/redshift.ts') },
	kms: { spelled: 'KMS', load: () => import('./services/kms.ts') },
	kafka: { spelled: 'KAFKA', load: () => import('./services/kafka.ts') },
	opensearch: { spelled: 'OPENSEARCH', load: () => import('./services/opensearch.ts') },
	elasticache: { spelled: 'ELASTICACHE', load: () => import('./services/elasticache.ts') },
	efs: { spelled: 'EFS', load: () => import('./services/efs.ts') },
	fsx: { spelled: 'FSX', load: () => import('./services/fsx.ts') },
	ec2: { spelled: 'EC2', load: () => import('./services/ec2.ts') },
	glue: { spelled: 'GLUE', load: () => import('./services/glue.ts') },
	dms: { spelled: 'DATABASE_MIGRATION_SERVICE', load: () => import('./services/dms.ts') },
	directconnect: { spelled: 'DIRECT_CONNECT', load: () => import('./services/directconnect.ts') },
	datasync: { spelled: 'DATASYNC', load: () => import('./services/datasync.ts') },
	cloudtrail: { spelled: 'CLOUDTRAIL', load: () => import('./services/cloudtrail.ts') },
	iot: { spelled: 'IOT', load: () => import('./services/iot.ts') },
	'redshift-serverless': { spelled: 'REDSHIFT_SERVERLESS', load: () => import('./services/redshift-serverless.ts') },
	opensearchserverless: { spelled: 'OPENSEARCHSERVERLESS', load: () => import('./services/opensearchserverless.ts') },
	memorydb: { spelled: 'MEMORYDB', load: () => import('./services/memorydb.ts') },
	'timestream-write': { spelled: 'TIMESTREAM_WRITE', load: () => import('./services/timestream-write.ts') },
	'timestream-influxdb': { spelled: 'TIMESTREAM_INFLUXDB', load: () => import('./services/timestream-influxdb.ts') },
	iotsitewise: { spelled: 'IOTSITEWISE', load: () => import('./services/iotsitewise.ts') },
	sagemaker: { spelled: 'SAGEMAKER', load: () => import('./services/sagemaker.ts') },
	appflow: { spelled: 'APPFLOW', load: () => import('./services/appflow.ts') },
	lakeformation: { spelled: 'LAKEFORMATION', load: () => import('./services/lakeformation.ts') },
	macie2: { spelled: 'MACIE2', load: () => import('./services/macie2.ts') },
	storagegateway: { spelled: 'STORAGE_GATEWAY', load: () => import('./services/storagegateway.ts') },
	athena: { spelled: 'ATHENA', load: () => import('./services/athena.ts') },
	s3tables: { spelled: 'S3TABLES', load: () => import('./services/s3tables.ts') },
	s3vectors: { spelled: 'S3VECTORS', load: () => import('./services/s3vectors.ts') },
	organizations: { spelled: 'ORGANIZATIONS', load: () => import('./services/organizations.ts') },
	health: { spelled: 'HEALTH', load: () => import('./services/health.ts') },
	dataexchange: { spelled: 'DATAEXCHANGE', load: () => import('./services/dataexchange.ts') },
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceName = keyof typeof services;

/**
Loads the clients of all services, one after the other, so that the first calls need not wait for them. One that cannot be loaded says so
when it is called.
*/
export async function loadAll(): Promise<void> {
	for (const { load } of Object.values(services)) await load().catch(() => undefined);
}
