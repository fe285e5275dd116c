import { Choice, Condition } from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { exportsChanges } from '../datasets.ts';
import { mayUseKey, mayWrite } from '../grants.ts';
import { arns, partOf } from '../names.ts';
import { periodOf } from '../schedules.ts';
import { Exports } from './exports.ts';
import { type Ingest, shared } from './ingest.ts';

/** Minutes that an export of changes covers at least. */
const shortestWindow = 15;

/** Exports of a DynamoDB table to the lake: no read of them costs the table capacity. Point-in-time recovery must be on. */
export const dynamodbExport: Ingest = {
	build(scope, { flow, source, bucket, prefix }, { lake }) {
		if (partOf(source, arns.table) === undefined) return 'its id is not the ARN of a DynamoDB table';
		const exports = shared(scope, 'dynamodb-export', (home) => {
			const made = new Exports(home, 'dynamodb-export', { chain: startExport, key: lake.key });
			mayUseKey(made.role, lake.key);
			return made;
		});
		exports.allowed.push(source.id);
		mayWrite(exports.role, bucket, prefix, ['s3:PutObjectAcl']);
		const window = periodOf(flow.cadence)?.toMinutes() ?? Number.POSITIVE_INFINITY;
		const input = { table: source.id, bucket: bucket.bucketName, prefix, key: lake.key.keyArn };
		const minutes = Math.max(shortestWindow, window);
		const isOfChanges = exportsChanges(flow);
		const scheduled = isOfChanges
			? exports.every(scope, flow.cadence, { ...input, minutes })
			: exports.every(scope, flow.cadence, input);
		if (scheduled && !isOfChanges) return undefined;
		return `start its first, full export by hand: run the state machine "dynamodb-export" once with ${JSON.stringify({ table: source.id, prefix })} and the names of the bucket and the key`;
	},
};

/** A full export; or, of an input that says how many minutes, what changed in them before the time it was scheduled for. */
function startExport(home: Construct, allowed: string[]) {
	const start = (id: string, type: string, more: Readonly<Record<string, unknown>>) =>
		CallAwsService.jsonata(home, id, {
			service: 'dynamodb',
			action: 'exportTableToPointInTime',
			iamResources: allowed,
			parameters: {
				TableArn: '{% $states.input.table %}',
				S3Bucket: '{% $states.input.bucket %}',
				S3Prefix: '{% $states.input.prefix %}',
				S3SseAlgorithm: 'KMS',
				S3SseKmsKeyId: '{% $states.input.key %}',
				ExportFormat: 'DYNAMODB_JSON',
				ExportType: type,
				...more,
			},
		});
	const changes = {
		IncrementalExportSpecification: {
			ExportFromTime: '{% $fromMillis($toMillis($states.input.at) - $states.input.minutes * 60000) %}',
			ExportToTime: '{% $states.input.at %}',
			ExportViewType: 'NEW_IMAGE',
		},
	};
	return Choice.jsonata(home, 'which')
		.when(
			Condition.jsonata('{% $exists($states.input.minutes) %}'),
			start('export-changes', 'INCREMENTAL_EXPORT', changes),
		)
		.otherwise(start('export-everything', 'FULL_EXPORT', {}));
}
