import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import { mayWrite } from '../grants.ts';
import { scheduleOf } from '../schedules.ts';
import { asked, askedLogin } from './asked.ts';
import type { Ingest } from './ingest.ts';
import { unload } from './unload.ts';

const cluster = /^arn:[a-z-]+:redshift:[a-z0-9-]+:\d{12}:(?:namespace|cluster):([a-z0-9-]{1,63})$/;

/** The warehouse writes a table to S3 as Parquet on a schedule, a folder for each run; the newest counts. */
export const redshiftUnload: Ingest = {
	build(scope, unit, { lake }) {
		const { flow, source, bucket, prefix } = unit;
		const name = cluster.exec(source.id)?.[1];
		if (name === undefined) return 'its id is not the ARN of a Redshift cluster';
		const schedule = scheduleOf(flow.cadence);
		if (!schedule) return 'unload it once by hand: UNLOAD … FORMAT PARQUET';
		const database = asked(scope, source, 'DatabaseName', 'Database', { allowedPattern: '^[\\w$-]+$' });
		const table = asked(scope, source, 'Table', 'Table to unload, with its schema,', {
			allowedPattern: '^[a-z_][a-z0-9_$]*[.][a-z_][a-z0-9_$]*$',
		});
		const login = askedLogin(scope, source);
		const writer = new Role(scope, 'writer', { assumedBy: new ServicePrincipal('redshift.amazonaws.com') });
		mayWrite(writer, bucket, prefix);
		const target = new Universal({
			service: 'redshiftdata',
			action: 'executeStatement',
			input: ScheduleTargetInput.fromObject({
				ClusterIdentifier: name,
				Database: database,
				SecretArn: login,
				Sql: unload(table, unit, writer, lake.key),
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
