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
	watch.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'DeliveryToS3.DataFreshness' }, 5);
	watch.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'GetRecords.IteratorAgeMilliseconds' }, 1);
	watch.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [{ Ref: Match.stringLikeRegexp('topic') }] });
	watch.resourceCountIs('AWS::Budgets::Budget', 1);
	const email = appOf(everyService(), { alarms: { email: 'duty@example.com', monthlyDollars: 400 } });
	const told = Template.fromStack(stackOf(email, 'watch'));
	told.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'duty@example.com' });
	told.hasResourceProperties('AWS::Budgets::Budget', {
		Budget: Match.objectLike({ BudgetLimit: { Amount: 400, Unit: 'USD' } }),
	});
});
