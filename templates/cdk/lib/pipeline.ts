import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Schedule } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import {
	Chain,
	DefinitionBody,
	Errors,
	type IChainable,
	IntegrationPattern,
	JsonPath,
	LogLevel,
	Pass,
	StateMachine,
	TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService, GlueStartJobRun } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { Job } from './plan.ts';
import { scheduleOf } from './schedules.ts';

/** A job of the plan with the Glue job or crawler that does it. */
export type PipelineStage = { readonly job: Job } & ({ readonly glueJob: string } | { readonly crawler: string });

export interface PipelineProps {
	readonly cadence: string;
	readonly stages: readonly PipelineStage[];
	readonly key: IKey;
}

/**
 * Runs the jobs of one cadence one after the other; a failed one is tried once more, since a job may run twice, and then stops
 * those that would read its result. To fill in a time that was missed, start it with
 * `{"arguments": {"--run": "20261124T000000Z"}}`: every job then writes the folder of that run.
 */
export class Pipeline extends Construct {
	constructor(scope: Construct, id: string, { cadence, stages, key }: PipelineProps) {
		super(scope, id);
		const logs = new LogGroup(this, 'logs', {
			encryptionKey: key,
			retention: RetentionDays.ONE_YEAR,
			removalPolicy: RemovalPolicy.RETAIN,
		});
		const chain = inOrder(stages).reduce(
			(before, stage) => before.next(this.task(stage)),
			Chain.start(
				new Pass(this, 'begin', {
					parameters: { 'given.$': `States.JsonMerge(States.StringToJson('{"arguments":{}}'), $, false)` },
					outputPath: '$.given',
				}),
			),
		);
		const machine = new StateMachine(this, 'machine', {
			definitionBody: DefinitionBody.fromChainable(chain),
			tracingEnabled: true,
			logs: { destination: logs, level: LogLevel.ALL },
		});
		const schedule = scheduleOf(cadence);
		if (schedule) new Schedule(this, 'schedule', { schedule, target: new StepFunctionsStartExecution(machine, {}) });
	}

	private task(stage: PipelineStage): IChainable {
		const { id } = stage.job;
		if ('glueJob' in stage) {
			const run = new GlueStartJobRun(this, id, {
				glueJobName: stage.glueJob,
				integrationPattern: IntegrationPattern.RUN_JOB,
				arguments: TaskInput.fromJsonPathAt('$.arguments'),
				resultPath: JsonPath.DISCARD,
			});
			run.addRetry({
				errors: ['Glue.ConcurrentRunsExceededException'],
				interval: Duration.minutes(5),
				maxAttempts: 6,
				backoffRate: 1,
			});
			run.addRetry({ errors: [Errors.TASKS_FAILED], interval: Duration.minutes(2), maxAttempts: 1 });
			return run;
		}
		const task = new CallAwsService(this, id, {
			service: 'glue',
			action: 'startCrawler',
			parameters: { Name: stage.crawler },
			iamResources: [Stack.of(this).formatArn({ service: 'glue', resource: 'crawler', resourceName: stage.crawler })],
			resultPath: JsonPath.DISCARD,
		});
		// A crawler that still runs need not be started, and what comes after it goes on.
		const running = new Pass(this, `${id}-runs-already`);
		task.addCatch(running, { errors: ['Glue.CrawlerRunningException'], resultPath: JsonPath.DISCARD });
		return Chain.custom(task, [task, running], task);
	}
}

/** A job comes after those that write what it reads; what goes round in a circle keeps the plan's order. */
export function inOrder<S extends { readonly job: Pick<Job, 'from' | 'to' | 'does'> }>(
	stages: readonly S[],
): readonly S[] {
	const left = [...stages];
	const ordered: S[] = [];
	const writes = (a: S, b: S) =>
		a !== b && a.job.to === b.job.from && a.job.from !== a.job.to && a.job.does !== 'crawl';
	while (left.length > 0) {
		const free = left.findIndex((stage) => !left.some((other) => writes(other, stage)));
		ordered.push(...left.splice(Math.max(free, 0), 1));
	}
	return ordered;
}
