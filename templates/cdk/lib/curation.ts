import { Stack } from 'aws-cdk-lib';
import { type Database, GlueVersion, PySparkEtlJob, type SecurityConfiguration } from 'aws-cdk-lib/aws-glue';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Dataset } from './datasets.ts';
import { mayLog, mayUseTables } from './glue-grants.ts';
import { mayRead, mayUseKey, mayWrite } from './grants.ts';
import type { Job } from './plan.ts';
import { codeOf } from './scripts.ts';
import type { Size } from './sizing.ts';
import type { TableStore } from './table-store.ts';

export interface CurationProps {
	readonly job: Job;
	readonly datasets: readonly Dataset[];
	readonly from: IBucket;
	readonly to: IBucket;
	/** Existing buckets in which datasets lie. */
	readonly elsewhere: readonly IBucket[];
	/** Of the zone that is written. */
	readonly database: Database;
	/** Of the zone that is read. */
	readonly fromDatabase: Database | undefined;
	/** Tables in S3 Tables that are read. */
	readonly tables: TableStore | undefined;
	readonly security: SecurityConfiguration;
	readonly key: IKey;
	readonly size: Size;
}

/**
 * A job of the plan on Glue: the same script for everybody, told by arguments what to do. Bookmarks are off: they do not work
 * with Iceberg, and a job that merges by key may run twice.
 */
export class Curation extends Construct {
	readonly name: string;

	constructor(scope: Construct, id: string, props: CurationProps) {
		super(scope, id);
		const { job, datasets, from, to, database, fromDatabase, security, size } = props;
		const iceberg = job.settings.format === 'iceberg';
		const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('glue.amazonaws.com') });
		for (const bucket of [from, ...props.elsewhere]) mayRead(role, bucket);
		mayUseKey(role, props.key);
		if (job.does !== 'quality') mayWrite(role, to);
		const databases = [database, ...(fromDatabase && fromDatabase !== database ? [fromDatabase] : [])];
		const own = datasets.flatMap((dataset) => dataset.database ?? []);
		mayUseTables(role, [...databases.map(({ databaseName }) => databaseName), ...own]);
		props.tables?.open(role, 'read');
		mayLog(role, Stack.of(this));
		const made = new PySparkEtlJob(this, 'job', {
			// The job would give it wildcards for its scripts.
			role: role.withoutPolicyUpdates(),
			script: codeOf(this, role, 'curate.py'),
			extraPythonFiles: [codeOf(this, role, 'lake')],
			description: job.title.slice(0, 2048) || job.id,
			glueVersion: GlueVersion.V5_1,
			workerConfiguration: { workerType: size.workerType, numberOfWorkers: size.workers },
			securityConfiguration: security,
			maxConcurrentRuns: 1,
			timeout: size.timeout,
			defaultArguments: {
				'--does': job.does,
				'--from': from.s3UrlForObject(),
				'--to': to.s3UrlForObject(),
				'--datasets': JSON.stringify(datasets),
				'--database': database.databaseName,
				...(props.tables ? { '--tables-catalog': props.tables.catalog } : {}),
				...(fromDatabase ? { '--from-database': fromDatabase.databaseName } : {}),
				'--table-format': iceberg ? 'iceberg' : 'parquet',
				'--settings': JSON.stringify(job.settings),
				'--job-bookmark-option': 'job-bookmark-disable',
				'--enable-auto-scaling': 'true',
				...(iceberg || props.tables ? { '--datalake-formats': 'iceberg' } : {}),
			},
		});
		this.name = made.jobName;
	}
}
