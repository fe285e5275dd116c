import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { appOf, everyService, manyTables } from './plans.ts';
import { stackOf, template } from './reading.ts';

test('every service of the plan is built', () => {
	const ingest = template(everyService(), 'ingest-1');
	const counts: Readonly<Record<string, number>> = {
		'AWS::Lambda::Function': 1,
		'AWS::Lambda::EventSourceMapping': 1,
		'AWS::SQS::Queue': 1,
		'AWS::RDS::Integration': 1,
		'AWS::RedshiftServerless::Workgroup': 1,
		'AWS::MSK::Cluster': 1,
		'AWS::MSK::Replicator': 1,
		'AWS::EC2::FlowLog': 1,
		'AWS::DMS::ReplicationConfig': 3,
		'AWS::DMS::Endpoint': 6,
		'AWS::DataSync::Task': 3,
		'AWS::DataSync::LocationNFS': 1,
		'AWS::DataSync::LocationSMB': 1,
		'AWS::KinesisFirehose::DeliveryStream': 6,
		'AWS::Logs::SubscriptionFilter': 1,
		'AWS::IoT::TopicRule': 1,
		'AWS::AppFlow::Flow': 1,
		'AWS::Athena::DataCatalog': 2,
		'AWS::Glue::Integration': 1,
		'AWS::StepFunctions::StateMachine': 2,
		'AWS::Scheduler::Schedule': 9,
		'AWS::Glue::Job': 4,
		'AWS::CloudWatch::MetricStream': 1,
		'AWS::Transfer::Server': 1,
		'AWS::Transfer::User': 1,
		'AWS::KinesisAnalyticsV2::Application': 1,
		'AWS::Kinesis::Channel': 2,
		'AWS::MSK::Channel': 2,
		'AWS::IAM::ManagedPolicy': 1,
	};
	for (const [type, count] of Object.entries(counts)) ingest.resourceCountIs(type, count);
	template(everyService(), 'streams').hasResourceProperties('AWS::Kinesis::Stream', {
		StreamModeDetails: { StreamMode: 'ON_DEMAND' },
		StreamEncryption: Match.objectLike({ EncryptionType: 'KMS' }),
	});
});

test('each engine has its secret in its own block of settings', () => {
	const ingest = template(everyService(), 'ingest-1');
	const access = { SecretsManagerSecretId: Match.anyValue(), SecretsManagerAccessRoleArn: Match.anyValue() };
	ingest.hasResourceProperties('AWS::DMS::Endpoint', {
		EngineName: 'oracle',
		OracleSettings: access,
		Password: Match.absent(),
	});
	ingest.hasResourceProperties('AWS::DMS::Endpoint', {
		EngineName: 'postgres',
		SslMode: 'require',
		PostgreSqlSettings: access,
	});
	ingest.hasResourceProperties('AWS::DMS::Endpoint', { EngineName: 'aurora', MySqlSettings: access });
});

test('what cannot be built is told, and no warning is left', () => {
	const app = appOf(everyService());
	const said = Annotations.fromStack(stackOf(app, 'ingest-1'));
	said.hasInfo('*', Match.stringLikeRegexp('nas: snowball is set up by hand'));
	said.hasInfo('*', Match.stringLikeRegexp('profiles: start its first, full export by hand'));
	for (const { node } of app.node.children.filter((child) => 'templateFile' in child)) {
		assert.deepEqual(Annotations.fromStack(stackOf(app, node.id)).findWarning('*', Match.anyValue()), []);
	}
});

test('a source of another region or account is left to whoever deploys there', () => {
	const plan = everyService();
	const sources = plan.sources.map((one) => (one.kind === 'key-value' ? { ...one, region: 'us-east-1' } : one));
	const app = appOf({ ...plan, sources });
	Annotations.fromStack(stackOf(app, 'ingest-1')).hasInfo('*', Match.stringLikeRegexp('it stands in us-east-1'));
	Template.fromStack(stackOf(app, 'ingest-1')).resourcePropertiesCountIs('AWS::Glue::Integration', {}, 0);
});

test('200 sources are split into stacks of 40, each far from the limit of 500 resources', () => {
	const app = appOf(manyTables(200));
	const ingest = app.node.children.filter(({ node }) => node.id.startsWith('ingest-'));
	assert.equal(ingest.length, 5);
	for (const stack of ingest) {
		const { Resources } = Template.fromStack(stack as Stack).toJSON();
		assert.ok(Object.keys(Resources).length < 400);
		assert.equal(
			Object.values(Resources).filter((one) => (one as { Type: string }).Type === 'AWS::Scheduler::Schedule').length,
			40,
		);
	}
});
