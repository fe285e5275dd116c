import { Stack } from 'aws-cdk-lib';
import { CfnIntegration, CfnIntegrationResourceProperty, Database } from 'aws-cdk-lib/aws-glue';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { mayLog, mayUseTables } from '../glue-grants.ts';
import { mayWrite } from '../grants.ts';
import { arns, constructId, datasetOf, partOf } from '../names.ts';
import { periodOf } from '../schedules.ts';
import type { Ingest } from './ingest.ts';

/** A table of DynamoDB kept up to date as an Iceberg table of the lake, without code. */
export const glueZeroEtl: Ingest = {
	build(scope, { flow, source, bucket, prefix }) {
		if (partOf(source, arns.table) === undefined)
			return 'make its integration in Glue by hand: it needs a connection that somebody signs in for';
		const role = new Role(scope, 'writer', { assumedBy: new ServicePrincipal('glue.amazonaws.com') });
		mayWrite(role, bucket, prefix);
		mayLog(role, Stack.of(scope));
		const database = new Database(scope, 'database', {
			databaseName: datasetOf(source),
			locationUri: bucket.s3UrlForObject(prefix),
		});
		mayUseTables(role, [database.databaseName]);
		const target = new CfnIntegrationResourceProperty(scope, 'target', {
			resourceArn: database.databaseArn,
			targetProcessingProperties: { roleArn: role.roleArn },
		});
		target.node.addDependency(role, database);
		const minutes = Math.max(15, periodOf(flow.cadence)?.toMinutes() ?? 15);
		const integration = new CfnIntegration(scope, 'integration', {
			integrationName: constructId(source),
			sourceArn: source.id,
			targetArn: database.databaseArn,
			integrationConfig: { refreshInterval: String(Math.min(minutes, 8640)), continuousSync: false },
		});
		integration.node.addDependency(target);
		return 'switch on point-in-time recovery, and let glue.amazonaws.com export the table by a resource policy';
	},
};
