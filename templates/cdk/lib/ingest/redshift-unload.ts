import { CfnParameter, Fn } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import { mayWrite } from '../grants.ts';
import { scheduleOf } from '../schedules.ts';
import type { Ingest } from './ingest.ts';

const cluster = /^arn:[a-z-]+:redshift:[a-z0-9-]+:\d{12}:(?:namespace|cluster):([a-z0-9-]{1,63})$/;

/** The warehouse writes a table to S3 as Parquet on a schedule, a folder for each run; the newest counts. */
export const redshiftUnload: Ingest = {
	build(scope, { flow, source, bucket, prefix }, { lake }) {
		const name = cluster.exec(source.id)?.[1];
		if (name === undefined) return 'its id is not the ARN of a Redshift cluster';
		const schedule = scheduleOf(flow.cadence);
		if (!schedule) return 'unload it once by hand: UNLOAD … FORMAT PARQUET';
		const parameter = (id: string, what: string, allowedPattern: string) =>
			new CfnParameter(scope, id, { description: `${what} of ${source.title}`.slice(0, 1024), allowedPattern })
				.valueAsString;
		const database = parameter('DatabaseName', 'Database', '^[\\w$-]+$');
		const table = parameter('Table', 'Table to unload, with its schema,', '^[a-z_][a-z0-9_$]*[.][a-z_][a-z0-9_$]*$');
		const login = parameter('LoginArn', 'Secret with username and password', '^arn:[a-z-]+:secretsmanager:.+$');
		const writer = new Role(scope, 'writer', { assumedBy: new ServicePrincipal('redshift.amazonaws.com') });
		mayWrite(writer, bucket, prefix);
		const target = new Universal({
			service: 'redshiftdata',
			action: 'executeStatement',
			input: ScheduleTargetInput.fromObject({
				ClusterIdentifier: name,
				Database: database,
				SecretArn: login,
				Sql: Fn.join('', [
					`UNLOAD ('SELECT * FROM `,
					table,
					`') TO '`,
					bucket.s3UrlForObject(prefix),
					table,
					`/run=<aws.scheduler.execution-id>/' IAM_ROLE '`,
					writer.roleArn,
					`' FORMAT PARQUET KMS_KEY_ID '`,
					lake.key.keyArn,
					`' ENCRYPTED`,
				]),
			}),
			policyStatements: [
				new PolicyStatement({ actions: ['redshift-data:ExecuteStatement'], resources: [source.id] }),
				new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [login] }),
			],
		});
		new Schedule(scope, 'schedule', { schedule, target });
		return 'attach the role "writer" of this construct to the cluster';
	},
};
