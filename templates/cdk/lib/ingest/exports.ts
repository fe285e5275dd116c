import { Lazy, RemovalPolicy } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Schedule, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { DefinitionBody, type IChainable, LogLevel, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { scheduleOf } from '../schedules.ts';

/** A state machine that starts exports: shared by the sources of a stack, told by its input which one. */
export class Exports extends Construct {
	readonly machine: StateMachine;
	/** ARNs that its tasks may be started on; they grow with the sources. */
	readonly allowed: string[] = [];

	constructor(
		scope: Construct,
		id: string,
		{ chain, key }: { chain: (home: Construct, allowed: string[]) => IChainable; key: IKey },
	) {
		super(scope, id);
		const logs = new LogGroup(this, 'logs', {
			encryptionKey: key,
			retention: RetentionDays.ONE_YEAR,
			removalPolicy: RemovalPolicy.RETAIN,
		});
		this.machine = new StateMachine(this, 'machine', {
			definitionBody: DefinitionBody.fromChainable(
				chain(this, Lazy.list({ produce: () => [...new Set(this.allowed)] })),
			),
			queryLanguage: QueryLanguage.JSONATA,
			tracingEnabled: true,
			logs: { destination: logs, level: LogLevel.ALL },
		});
	}

	get role(): IRole {
		return this.machine.role;
	}

	/** Starts an export at the cadence of a flow, with what the machine must know about the source. */
	every(scope: Construct, cadence: string, input: Readonly<Record<string, string | number>>): boolean {
		const schedule = scheduleOf(cadence);
		if (!schedule) return false;
		const target = new StepFunctionsStartExecution(this.machine, {
			input: ScheduleTargetInput.fromObject({ ...input, at: '<aws.scheduler.scheduled-time>' }),
		});
		new Schedule(scope, 'schedule', { schedule, target });
		return true;
	}
}
