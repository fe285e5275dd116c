import { Stack } from 'aws-cdk-lib';
import type { Database } from 'aws-cdk-lib/aws-glue';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnFeatureGroup } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import type { Environment } from './environment.ts';
import { mayUseTables } from './glue-grants.ts';
import { mayUseKey, mayWrite } from './grants.ts';
import type { Job, Plan } from './plan.ts';

export interface FeatureGroupProps {
	readonly environment: Environment;
	readonly features: IBucket;
	readonly database: Database;
	readonly key: IKey;
}

/** Jobs whose features are served while somebody waits. */
export const servedJobs = ({ jobs, stores }: Plan): readonly Job[] =>
	jobs.filter(
		({ does, settings }) =>
			does === 'join' && stores.some(({ id, kind }) => id === settings.online && kind === 'online store'),
	);

/** Names of features of the store: its own limits. */
const named = (text: string): string =>
	text
		.replace(/[^A-Za-z0-9]+/g, '_')
		.replace(/^_+|_+$/g, '')
		.slice(0, 63) || 'record';
const eventTime = 'event_time';
const types: Readonly<Record<string, string>> = {
	double: 'Fractional',
	float: 'Fractional',
	int: 'Integral',
	bigint: 'Integral',
};

/**
 * A group of the Feature Store for what a job joins: online, where single records are read within milliseconds, and offline, where
 * training reads their history as Iceberg. Columns are those that `environment.json` says below "features" and the id of the job; more can be
 * added later, none taken away.
 */
export class FeatureGroup extends Construct {
	constructor(scope: Construct, job: Job, { environment, features, database, key }: FeatureGroupProps) {
		super(scope, `features-${job.id}`);
		const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('sagemaker.amazonaws.com') });
		mayWrite(role, features, 'feature-store/', ['s3:PutObjectAcl']);
		mayUseKey(role, key);
		mayUseTables(role, [database.databaseName]);
		const record = named(String(job.settings.key ?? 'record_id'));
		const columns = Object.entries(environment.features?.[job.id] ?? {}).filter(
			([name]) => name !== record && name !== eventTime,
		);
		const group = new CfnFeatureGroup(this, 'group', {
			featureGroupName: `${environment.name}-${job.id}`.slice(0, 63),
			description: job.title.slice(0, 128) || job.id,
			recordIdentifierFeatureName: record,
			eventTimeFeatureName: eventTime,
			featureDefinitions: [
				{ featureName: record, featureType: 'String' },
				{ featureName: eventTime, featureType: 'String' },
				...columns.map(([name, type]) => ({ featureName: named(name), featureType: types[type] ?? 'String' })),
			],
			roleArn: role.roleArn,
			onlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: key.keyArn } },
			offlineStoreConfig: {
				S3StorageConfig: { S3Uri: features.s3UrlForObject('feature-store'), KmsKeyId: key.keyArn },
				DataCatalogConfig: {
					Catalog: 'AwsDataCatalog',
					Database: database.databaseName,
					TableName: `${named(job.id).toLowerCase()}_served`,
				},
				TableFormat: 'Iceberg',
			},
			throughputConfig: { throughputMode: 'OnDemand' },
		});
		group.node.addDependency(role);
		this.arn = Stack.of(this).formatArn({
			service: 'sagemaker',
			resource: 'feature-group',
			resourceName: group.featureGroupName,
		});
	}

	/** Whoever trains and serves reads and writes records by it. */
	readonly arn: string;
}
