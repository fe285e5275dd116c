import { type App, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Environment } from './environment.ts';
import type { LakeStack } from './lake-stack.ts';
import type { Plan } from './plan.ts';
import { emptyLoads, watched } from './watched.ts';

export interface WatchProps extends StackProps {
	readonly plan: Plan;
	readonly lake: LakeStack;
	readonly environment: Environment;
}

/** Whether there is anything that runs by itself. */
export const needsWatch = (app: App): boolean => watched(app).length > 0;

/** Who is told when something fails, falls behind, brings nothing or becomes dear: alarms and a budget, into one topic. */
export class WatchStack extends Stack {
	constructor(scope: Construct, id: string, { plan, lake, environment, ...props }: WatchProps) {
		super(scope, id, props);
		const topic = new Topic(this, 'topic', { enforceSSL: true, masterKey: lake.key, displayName: environment.name });
		for (const teller of ['cloudwatch', 'budgets']) {
			const principal = new ServicePrincipal(`${teller}.amazonaws.com`);
			const conditions = { StringEquals: { 'aws:SourceAccount': this.account } };
			topic.addToResourcePolicy(
				new PolicyStatement({
					principals: [principal],
					actions: ['sns:Publish'],
					resources: [topic.topicArn],
					conditions,
				}),
			);
			if (lake.key instanceof Key) lake.key.grant(principal, 'kms:Decrypt', 'kms:GenerateDataKey');
		}
		const { email, monthlyDollars } = environment.alarms ?? {};
		if (email !== undefined) topic.addSubscription(new EmailSubscription(email));
		for (const one of [...watched(this.node.root), ...emptyLoads(plan, lake)]) {
			const isEmptiness = one.emptyFor !== undefined;
			const alarm = new Alarm(this, one.id, {
				metric: one.metric,
				threshold: one.atLeast ?? 1,
				evaluationPeriods: one.emptyFor ?? 1,
				comparisonOperator: isEmptiness
					? ComparisonOperator.LESS_THAN_THRESHOLD
					: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
				treatMissingData: isEmptiness ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
				alarmDescription: one.says,
			});
			alarm.addAlarmAction(new SnsAction(topic));
		}
		// Budgets are there only in the partition of most accounts.
		if (!/^(?:cn|us-gov)-/.test(this.region))
			this.budget(topic, environment.name, monthlyDollars ?? plan.costs.monthly * 1.25);
	}

	/** What carries the tag of this app may cost so much a month; the tag counts once it is activated for cost allocation. */
	private budget(topic: Topic, name: string, dollars: number): void {
		const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }];
		const told = (notificationType: string, threshold: number) => ({
			notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
			subscribers,
		});
		new CfnBudget(this, 'budget', {
			budget: {
				budgetType: 'COST',
				timeUnit: 'MONTHLY',
				budgetLimit: { amount: Math.max(10, Math.ceil(dollars)), unit: 'USD' },
				costFilters: { TagKeyValue: [`user:pipeline$${name}`] },
			},
			notificationsWithSubscribers: [told('ACTUAL', 80), told('FORECASTED', 100)],
		});
	}
}
