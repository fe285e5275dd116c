import type { Connection, Settings } from './connection.ts';

interface Service {
	/** How the environment spells it in AWS_ENDPOINT_URL_<SERVICE>, and `services` of a profile in small letters: its service id. */
	readonly spelled: string;
	/** Its thin client, a module of its own that loads with the first call. */
	readonly load: () => Promise<{ connect(settings: Settings): Connection }>;
}

/** The AWS services that discovery speaks to. */
export const services = {
	s3: { spelled: 'S3', load: () => import('./s3.ts') },
	rds: { spelled: 'RDS', load: () => import('./rds.ts') },
	dynamodb: { spelled: 'DYNAMODB', load: () => import('./dynamodb.ts') },
	cloudwatch: { spelled: 'CLOUDWATCH', load: () => import('./cloudwatch.ts') },
	logs: { spelled: 'CLOUDWATCH_LOGS', load: () => import('./logs.ts') },
	sts: { spelled: 'STS', load: () => import('./sts.ts') },
	kinesis: { spelled: 'KINESIS', load: () => import('./kinesis.ts') },
	firehose: { spelled: 'FIREHOSE', load: () => import('./firehose.ts') },
	redshift: { spelled: 'REDSHIFT', load: () => import('./redshift.ts') },
	kafka: { spelled: 'KAFKA', load: () => import('./kafka.ts') },
	opensearch: { spelled: 'OPENSEARCH', load: () => import('./opensearch.ts') },
	elasticache: { spelled: 'ELASTICACHE', load: () => import('./elasticache.ts') },
	efs: { spelled: 'EFS', load: () => import('./efs.ts') },
	fsx: { spelled: 'FSX', load: () => import('./fsx.ts') },
	ec2: { spelled: 'EC2', load: () => import('./ec2.ts') },
	glue: { spelled: 'GLUE', load: () => import('./glue.ts') },
	dms: { spelled: 'DATABASE_MIGRATION_SERVICE', load: () => import('./dms.ts') },
	directconnect: { spelled: 'DIRECT_CONNECT', load: () => import('./directconnect.ts') },
	datasync: { spelled: 'DATASYNC', load: () => import('./datasync.ts') },
	cloudtrail: { spelled: 'CLOUDTRAIL', load: () => import('./cloudtrail.ts') },
	iot: { spelled: 'IOT', load: () => import('./iot.ts') },
	'redshift-serverless': { spelled: 'REDSHIFT_SERVERLESS', load: () => import('./redshift-serverless.ts') },
	opensearchserverless: { spelled: 'OPENSEARCHSERVERLESS', load: () => import('./opensearchserverless.ts') },
	memorydb: { spelled: 'MEMORYDB', load: () => import('./memorydb.ts') },
	'timestream-write': { spelled: 'TIMESTREAM_WRITE', load: () => import('./timestream-write.ts') },
	'timestream-influxdb': { spelled: 'TIMESTREAM_INFLUXDB', load: () => import('./timestream-influxdb.ts') },
	iotsitewise: { spelled: 'IOTSITEWISE', load: () => import('./iotsitewise.ts') },
	sagemaker: { spelled: 'SAGEMAKER', load: () => import('./sagemaker.ts') },
	appflow: { spelled: 'APPFLOW', load: () => import('./appflow.ts') },
	lakeformation: { spelled: 'LAKEFORMATION', load: () => import('./lakeformation.ts') },
	macie2: { spelled: 'MACIE2', load: () => import('./macie2.ts') },
	storagegateway: { spelled: 'STORAGE_GATEWAY', load: () => import('./storagegateway.ts') },
	athena: { spelled: 'ATHENA', load: () => import('./athena.ts') },
	s3tables: { spelled: 'S3TABLES', load: () => import('./s3tables.ts') },
	s3vectors: { spelled: 'S3VECTORS', load: () => import('./s3vectors.ts') },
	organizations: { spelled: 'ORGANIZATIONS', load: () => import('./organizations.ts') },
	dataexchange: { spelled: 'DATAEXCHANGE', load: () => import('./dataexchange.ts') },
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceName = keyof typeof services;
