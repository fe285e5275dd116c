import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Choice, Condition, Pass } from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { mayUseKey, mayWrite, usesKey } from '../grants.ts';
import { arns, partOf } from '../names.ts';
import { Exports } from './exports.ts';
import { type Ingest, shared } from './ingest.ts';

/** Exports of the latest snapshot of an RDS instance, or of an Aurora cluster, as Parquet. The live database is not read. */
export const rdsSnapshotExport: Ingest = {
	build(scope, { flow, source, bucket, prefix }, { lake }) {
		const instance = partOf(source, arns.database);
		const cluster = partOf(source, arns.cluster);
		if (instance === undefined && cluster === undefined)
			return 'its id is not the ARN of an RDS instance or an Aurora cluster';
		const writer = shared(scope, 'rds-export-writer', (home) => {
			const role = new Role(home, 'rds-export-writer', { assumedBy: new ServicePrincipal('export.rds.amazonaws.com') });
			mayUseKey(role, lake.key);
			return role;
		});
		mayWrite(writer, bucket, prefix);
		const exports = shared(scope, 'rds-snapshot-export', (home) => {
			const made = new Exports(home, 'rds-snapshot-export', { chain: exportLatest, key: lake.key });
			writer.grantPassRole(made.role);
			lake.key.grant(made.role, 'kms:CreateGrant', ...usesKey);
			return made;
		});
		exports.allowed.push(source.id);
		if (instance !== undefined) exports.allowed.push(snapshotsOf(scope, instance));
		const input = {
			kind: instance === undefined ? 'cluster' : 'instance',
			database: instance ?? cluster ?? '',
			arn: source.id,
			bucket: bucket.bucketName,
			prefix: prefix.replace(/\/$/, ''),
			role: writer.roleArn,
			key: lake.key.keyArn,
		};
		if (exports.every(scope, flow.cadence, input)) return undefined;
		return `start its export once by hand: run the state machine "rds-snapshot-export" with ${JSON.stringify({ database: instance ?? cluster, prefix: input.prefix })}, the ARN, and the names of bucket, role and key`;
	},
};

/** Automated snapshots of an instance carry its name. */
const snapshotsOf = (scope: Construct, instance: string): string =>
	Stack.of(scope).formatArn({
		service: 'rds',
		resource: 'snapshot',
		resourceName: `rds:${instance}-*`,
		arnFormat: ArnFormat.COLON_RESOURCE_NAME,
	});

/** Of an instance the newest snapshot that is complete is exported; a cluster is exported as it is, from a clone that RDS makes. */
function exportLatest(home: Construct, allowed: string[]) {
	const start = (id: string, arn: string) =>
		CallAwsService.jsonata(home, id, {
			service: 'rds',
			action: 'startExportTask',
			iamResources: allowed,
			parameters: {
				ExportTaskIdentifier: "{% 'lake-' & $substring($states.context.Execution.Name, 0, 36) %}",
				SourceArn: arn,
				S3BucketName: '{% $states.input.bucket %}',
				S3Prefix: '{% $states.input.prefix %}',
				IamRoleArn: '{% $states.input.role %}',
				KmsKeyId: '{% $states.input.key %}',
			},
		});
	const find = CallAwsService.jsonata(home, 'find-snapshot', {
		service: 'rds',
		action: 'describeDBSnapshots',
		iamAction: 'rds:DescribeDBSnapshots',
		iamResources: allowed,
		parameters: { DbInstanceIdentifier: '{% $states.input.database %}', SnapshotType: 'automated' },
		outputs:
			"{% $merge([$states.input, { 'snapshot': $states.result.DbSnapshots[Status = 'available']^(>SnapshotCreateTime)[0].DbSnapshotArn }]) %}",
	});
	return Choice.jsonata(home, 'which')
		.when(
			Condition.jsonata("{% $states.input.kind = 'instance' %}"),
			find.next(
				Choice.jsonata(home, 'is-there-one')
					.when(
						Condition.jsonata('{% $exists($states.input.snapshot) %}'),
						start('export-snapshot', '{% $states.input.snapshot %}'),
					)
					.otherwise(Pass.jsonata(home, 'no-snapshot-yet')),
			),
		)
		.otherwise(start('export-cluster', '{% $states.input.arn %}'));
}
