import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { appOf, everyService } from './plans.ts';
import { stackOf, template } from './reading.ts';

test('whatever runs by itself has an alarm, and all of them and the budget tell one topic', () => {
	const watch = template(everyService(), 'watch');
	const machines = ['ingest-1', 'processing'].flatMap((id) =>
		Object.keys(template(everyService(), id).findResources('AWS::StepFunctions::StateMachine')),
	);
	watch.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'ExecutionsFailed' }, machines.length);
	watch.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'DeliveryToS3.DataFreshness' }, 6);
	watch.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'GetRecords.IteratorAgeMilliseconds' }, 2);
	watch.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'IteratorAge' }, 1);
	watch.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'ApproximateNumberOfMessagesVisible' }, 1);
	watch.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [{ Ref: Match.stringLikeRegexp('topic') }] });
	watch.resourceCountIs('AWS::Budgets::Budget', 1);
	const email = appOf(everyService(), { alarms: { email: 'duty@example.com', monthlyDollars: 400 } });
	const told = Template.fromStack(stackOf(email, 'watch'));
	told.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'duty@example.com' });
	told.hasResourceProperties('AWS::Budgets::Budget', {
		Budget: Match.objectLike({ BudgetLimit: { Amount: 400, Unit: 'USD' } }),
	});
});

test('a store into which nothing comes for twice the time of its quickest flow tells so, also when there is no metric at all', () => {
	const empty = { MetricName: 'PutRequests', ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' };
	const plan = everyService();
	const alarms = (of: typeof plan) =>
		Object.values(template(of, 'watch').findResources('AWS::CloudWatch::Alarm', { Properties: empty }));
	// Landing, raw, its tables, and features: all of them are filled at least daily.
	assert.deepEqual(
		alarms(plan).map(({ Properties }) => Properties.EvaluationPeriods),
		[1, 1, 1, 1],
	);
	template(plan, 'lake').resourcePropertiesCountIs('AWS::S3::Bucket', { MetricsConfigurations: [{ Id: 'loads' }] }, 4);
	const pace = (cadence: string) => ({ ...plan, flows: plan.flows.map((flow) => ({ ...flow, cadence })) });
	assert.deepEqual(
		new Set(alarms(pace('every 3 days')).map(({ Properties }) => Properties.EvaluationPeriods)),
		new Set([6]),
	);
	assert.deepEqual(alarms(pace('every 7 days')), []);
	assert.deepEqual(alarms(pace('once')), []);
});
