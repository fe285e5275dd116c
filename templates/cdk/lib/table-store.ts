import { ArnFormat, Stack } from 'aws-cdk-lib';
import { type IPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { CfnNamespace, CfnTableBucket } from 'aws-cdk-lib/aws-s3tables';
import { Construct } from 'constructs';

/** Iceberg tables that S3 keeps up itself: one bucket of tables, one namespace in it. It compacts and expires without a job. */
export class TableStore extends Construct {
	readonly bucketArn: string;
	readonly namespace: string;
	/** The catalogue under which Glue and Athena know the bucket, once S3 Tables is integrated with them. */
	readonly catalog: string;

	constructor(scope: Construct, id: string, { name, zone, key }: { name: string; zone: string; key: IKey }) {
		super(scope, id);
		const stack = Stack.of(this);
		const tableBucketName = `${name}-${zone}-tables`;
		const bucket = new CfnTableBucket(this, 'bucket', {
			tableBucketName,
			encryptionConfiguration: { sseAlgorithm: 'aws:kms', kmsKeyArn: key.keyArn },
			unreferencedFileRemoval: { status: 'Enabled', unreferencedDays: 3, noncurrentDays: 10 },
		});
		const namespace = new CfnNamespace(this, 'namespace', {
			namespace: zone,
			tableBucketArn: bucket.attrTableBucketArn,
		});
		this.bucketArn = bucket.attrTableBucketArn;
		this.namespace = namespace.namespace;
		this.catalog = `${stack.account}:s3tablescatalog/${tableBucketName}`;
		// S3 opens tables to compact them; without the key it would leave them as they are.
		if (key instanceof Key) {
			key.grant(
				new ServicePrincipal('maintenance.s3tables.amazonaws.com', {
					conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
				}),
				'kms:Decrypt',
				'kms:GenerateDataKey',
			);
		}
	}

	/** Lets somebody read the tables, and with `write` make and fill them. */
	open(who: IPrincipal, use: 'read' | 'write'): void {
		const reading = ['GetNamespace', 'GetTable', 'GetTableBucket', 'GetTableData', 'GetTableMetadataLocation'];
		const writing = ['CreateTable', 'PutTableData', 'UpdateTableMetadataLocation'];
		const actions = [...reading, 'ListNamespaces', 'ListTables', ...(use === 'write' ? writing : [])];
		who.addToPrincipalPolicy(
			new PolicyStatement({
				actions: actions.map((action) => `s3tables:${action}`),
				resources: [this.bucketArn, `${this.bucketArn}/table/*`],
			}),
		);
		const stack = Stack.of(this);
		const arn = (resource: string, resourceName: string) =>
			stack.formatArn({ service: 'glue', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });
		who.addToPrincipalPolicy(
			new PolicyStatement({
				actions: ['glue:GetCatalog', 'glue:GetDatabase', 'glue:GetDatabases', 'glue:GetTable', 'glue:GetTables'],
				resources: [
					stack.formatArn({ service: 'glue', resource: 'catalog' }),
					arn('catalog', 's3tablescatalog/*'),
					arn('database', 's3tablescatalog/*'),
					arn('table', 's3tablescatalog/*'),
				],
			}),
		);
	}
}
