import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import { mayWrite } from '../grants.ts';
import type { Plan } from '../plan.ts';
import { asked } from './asked.ts';
import type { Ingest } from './ingest.ts';
import { unload } from './unload.ts';
import { warehouseOf } from './warehouse.ts';

/** What training reads of a warehouse, unloaded as Parquet as often as models train, a folder for each run; the newest counts. */
export const redshiftTrainingSet: Ingest = {
	needsNetwork: true,
	build(scope, unit, around) {
		const { flow, source, bucket, prefix } = unit;
		// Another warehouse than that which the integrations write into unloads by itself.
		if (!flow.services.includes('aurora-zero-etl')) return 'unload what training reads: UNLOAD … FORMAT PARQUET';
		const warehouse = warehouseOf(scope, around);
		mayWrite(warehouse.writer, bucket, prefix);
		const database = asked(scope, source, 'DatabaseName', 'Database made from the integration', {
			allowedPattern: '^[\\w$-]+$',
			default: 'lake',
		});
		const table = asked(scope, source, 'Table', 'Table to unload, with its schema,', {
			allowedPattern: '^[\\w$]+[.][\\w$]+$',
			default: 'public.orders',
		});
		const target = new Universal({
			service: 'redshiftdata',
			action: 'executeStatement',
			input: ScheduleTargetInput.fromObject({
				WorkgroupName: warehouse.workgroupName,
				Database: database,
				Sql: unload(table, unit, warehouse.writer, around.lake.key),
			}),
			policyStatements: [
				new PolicyStatement({
					actions: ['redshift-data:ExecuteStatement', 'redshift-serverless:GetCredentials'],
					resources: [warehouse.workgroupArn],
				}),
			],
		});
		new Schedule(scope, 'unload', { schedule: ScheduleExpression.rate(trainsEvery(around.plan)), target });
		return 'let the role of its schedule read the table: GRANT SELECT in the warehouse';
	},
};

/** How often models train; a day while nobody has said. */
function trainsEvery({ workload }: Plan): Duration {
	const seconds = workload.retraining?.value;
	return Duration.days(typeof seconds === 'number' ? Math.max(1, Math.round(seconds / 86_400)) : 1);
}
