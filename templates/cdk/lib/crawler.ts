import { Stack } from 'aws-cdk-lib';
import { CfnCrawler, type Database, type SecurityConfiguration } from 'aws-cdk-lib/aws-glue';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { mayLog, mayUseTables } from './glue-grants.ts';
import { mayRead, mayUseKey } from './grants.ts';

export interface CrawlerProps {
	readonly description: string;
	readonly buckets: readonly IBucket[];
	readonly database: Database;
	readonly security: SecurityConfiguration;
	readonly key: IKey;
}

/** Finds the tables in buckets and keeps the Data Catalog up to date with them. It changes schemas, and only marks what is gone. */
export class Crawler extends Construct {
	readonly name: string;

	constructor(scope: Construct, id: string, { description, buckets, database, security, key }: CrawlerProps) {
		super(scope, id);
		const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('glue.amazonaws.com') });
		for (const bucket of buckets) mayRead(role, bucket);
		mayUseKey(role, key);
		mayUseTables(role, [database.databaseName]);
		mayLog(role, Stack.of(this));
		const crawler = new CfnCrawler(this, 'crawler', {
			role: role.roleArn,
			description,
			databaseName: database.databaseName,
			targets: { s3Targets: buckets.map((bucket) => ({ path: bucket.s3UrlForObject() })) },
			crawlerSecurityConfiguration: security.securityConfigurationName,
			schemaChangePolicy: { updateBehavior: 'UPDATE_IN_DATABASE', deleteBehavior: 'LOG' },
			recrawlPolicy: { recrawlBehavior: 'CRAWL_EVERYTHING' },
			configuration: JSON.stringify({
				Version: 1,
				Grouping: { TableLevelConfiguration: 2 },
				CrawlerOutput: { Partitions: { AddOrUpdateBehavior: 'InheritFromTable' } },
			}),
		});
		crawler.node.addDependency(role);
		this.name = crawler.ref;
	}
}
