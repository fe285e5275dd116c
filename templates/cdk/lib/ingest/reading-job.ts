import { type Code, GlueVersion, type IConnection, PySparkEtlJob } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Universal } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { knownOf } from '../decided-by.ts';
import type { Flow, Plan, PlannedSource } from '../plan.ts';
import { scheduleOf } from '../schedules.ts';
import { codeOf } from '../scripts.ts';
import { securityOf } from '../security.ts';
import { type Size, sizeFor, sizeOf } from '../sizing.ts';
import type { Around, Unit } from './ingest.ts';

/** What the job needs to know to read one kind of store, besides where it writes. */
export interface Reading {
	/** Its script is called so, too. */
	readonly id: 'extract' | 'read';
	readonly role: Role;
	readonly arguments: Readonly<Record<string, string>>;
	readonly connections?: readonly IConnection[];
	readonly jars?: readonly Code[];
}

/** A job that reads a store as a whole into the place of its source. Whether it runs by itself, as often as its flow says. */
export function readingJob(
	scope: Construct,
	{ flow, source, bucket, prefix }: Unit,
	{ lake, plan }: Around,
	reading: Reading,
): boolean {
	const size = unitsOf(plan, flow, source);
	const job = new PySparkEtlJob(scope, reading.id, {
		// The job would give it wildcards for its script.
		role: reading.role.withoutPolicyUpdates(),
		script: codeOf(scope, reading.role, `${reading.id}.py`),
		glueVersion: GlueVersion.V5_1,
		workerConfiguration: { workerType: size.workerType, numberOfWorkers: size.workers },
		connections: [...(reading.connections ?? [])],
		extraJars: [...(reading.jars ?? [])],
		securityConfiguration: securityOf(scope, lake.key),
		timeout: size.timeout,
		maxConcurrentRuns: 1,
		defaultArguments: {
			'--to': bucket.s3UrlForObject(prefix.replace(/\/$/, '')),
			'--job-bookmark-option': 'job-bookmark-disable',
			...reading.arguments,
		},
	});
	const schedule = scheduleOf(flow.cadence);
	if (!schedule) return false;
	const target = new Universal({
		service: 'glue',
		action: 'startJobRun',
		input: ScheduleTargetInput.fromObject({ JobName: job.jobName }),
		policyStatements: [new PolicyStatement({ actions: ['glue:StartJobRun'], resources: [job.jobArn] })],
	});
	new Schedule(scope, 'schedule', { schedule, target });
	return true;
}

/** The units that the plan counts with; four while it does not know. */
function unitsOf(plan: Plan, { services, settings }: Flow, source: PlannedSource): Size {
	const units = services.map((service) => Number(settings[service]?.dpus)).find((one) => one > 0);
	const volume = knownOf(plan, source, 'volume')?.value;
	if (units !== undefined) return sizeFor(units, typeof volume === 'number' ? volume : undefined);
	return typeof volume === 'number' ? sizeOf(volume) : sizeFor(4, undefined);
}
