import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import type { Plan } from '../lib/plan.ts';
import { appOf, everyService, manyTables } from './plans.ts';

const stackOf = (app: App, id: string): Stack => {
	const found = app.node.tryFindChild(id);
	assert.ok(found, `There is no stack ${id}`);
	return found as Stack;
};
const template = (plan: Plan, id: string): Template => Template.fromStack(stackOf(appOf(plan), id));
const stacks = (plan: Plan): readonly string[] =>
	appOf(plan)
		.node.children.map(({ node }) => node.id)
		.filter((id) => id !== 'Tree');

test('a plan gives the stacks that it needs, and no others', () => {
	const plan = everyService();
	const all = ['lake', 'network', 'streams', 'ingest-1', 'processing', 'query', 'training', 'audit', 'watch'];
	assert.deepEqual(stacks(plan), all);
	const small = {
		...plan,
		places: [],
		flows: [],
		jobs: [],
		controls: [],
		network: { ...plan.network, private: false },
	};
	assert.deepEqual(stacks(small), ['lake', 'query', 'training']);
});

test('every bucket of the lake is encrypted with the key, versioned, closed, logged and kept', () => {
	const lake = template(everyService(), 'lake');
	const guarded = {
		DeletionPolicy: 'Retain',
		Properties: {
			BucketEncryption: { ServerSideEncryptionConfiguration: [Match.objectLike({ BucketKeyEnabled: true })] },
			VersioningConfiguration: { Status: 'Enabled' },
			PublicAccessBlockConfiguration: Match.objectLike({ RestrictPublicBuckets: true }),
			LoggingConfiguration: Match.objectLike({ LogFilePrefix: Match.anyValue() }),
		},
	};
	// Five stores and the scratch bucket; those read in place are not made.
	lake.resourcePropertiesCountIs('AWS::S3::Bucket', guarded.Properties, 6);
	lake.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
	lake.allResourcesProperties('AWS::S3::BucketPolicy', {
		PolicyDocument: {
			Statement: Match.arrayWith([
				Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
			]),
		},
	});
	lake.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
});

test('the lifecycle of a zone is that of the plan', () => {
	const rules = (properties: object) =>
		template(everyService(), 'lake').resourcePropertiesCountIs(
			'AWS::S3::Bucket',
			{ LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike(properties)]) } },
			1,
		);
	rules({ ExpirationInDays: 30 });
	rules({ Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 365 }] });
});

test('the network has no way to the internet, and its endpoints are open to its own group only', () => {
	const network = template(everyService(), 'network');
	for (const type of ['AWS::EC2::NatGateway', 'AWS::EC2::InternetGateway', 'AWS::Lambda::Function'])
		network.resourceCountIs(type, 0);
	network.resourcePropertiesCountIs('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' }, 2);
	network.resourcePropertiesCountIs('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface' }, 7);
	network.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
	network.resourceCountIs('AWS::EC2::VPNConnection', 1);
});

test('models train in a domain inside the network when the plan says private', () => {
	const plan = everyService();
	template(plan, 'training').hasResourceProperties('AWS::SageMaker::Domain', { AppNetworkAccessType: 'VpcOnly' });
	template({ ...plan, network: { ...plan.network, private: false } }, 'training').resourceCountIs(
		'AWS::SageMaker::Domain',
		0,
	);
});

test('every service of the plan is built', () => {
	const ingest = template(everyService(), 'ingest-1');
	const counts: Readonly<Record<string, number>> = {
		'AWS::DMS::ReplicationConfig': 3,
		'AWS::DMS::Endpoint': 6,
		'AWS::DataSync::Task': 3,
		'AWS::DataSync::LocationNFS': 1,
		'AWS::DataSync::LocationSMB': 1,
		'AWS::KinesisFirehose::DeliveryStream': 5,
		'AWS::Logs::SubscriptionFilter': 1,
		'AWS::IoT::TopicRule': 1,
		'AWS::AppFlow::Flow': 1,
		'AWS::Athena::DataCatalog': 2,
		'AWS::Glue::Integration': 1,
		'AWS::StepFunctions::StateMachine': 2,
		'AWS::Scheduler::Schedule': 5,
		'AWS::Glue::Job': 1,
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

test('a stream writes its table where its plan says so, and jobs read that table by the catalogue of S3 Tables', () => {
	const plan = everyService();
	template(plan, 'lake').hasResourceProperties('AWS::S3Tables::TableBucket', {
		TableBucketName: 'pipeline-raw-tables',
		EncryptionConfiguration: { SSEAlgorithm: 'aws:kms', KMSKeyArn: Match.anyValue() },
	});
	const channel = { DataFreshnessInSeconds: 300, S3TablesConfigurationList: [Match.objectLike({ Namespace: 'raw' })] };
	template(plan, 'ingest-1').hasResourceProperties('AWS::Kinesis::Channel', {
		S3TablesDestinationConfiguration: Match.objectLike(channel),
		S3DestinationConfiguration: Match.absent(),
	});
	const jobs = Object.values(template(plan, 'processing').findResources('AWS::Glue::Job'));
	const reading = jobs.filter(({ Properties }) => '--tables-catalog' in Properties.DefaultArguments);
	assert.equal(reading.length, 1);
	const { DefaultArguments } = reading[0]?.Properties ?? {};
	assert.equal(DefaultArguments['--datalake-formats'], 'iceberg');
	const formats = JSON.parse(DefaultArguments['--datasets']).map(({ format }: { format: string }) => format);
	assert.equal(formats.filter((format: string) => format === 's3-table').length, 2);
});

test('Firehose writes Parquet where the plan wants it, once the environment says the columns; jobs then read Parquet', () => {
	const plan = everyService();
	const columns = {
		[plan.sources.find(({ title }) => title === 'telemetry')?.id ?? '']: { machine: 'string', heat: 'double' },
	};
	const parquet = { ExtendedS3DestinationConfiguration: Match.objectLike({ FileExtension: '.parquet' }) };
	const type = 'AWS::KinesisFirehose::DeliveryStream';
	template(plan, 'ingest-1').resourcePropertiesCountIs(type, parquet, 0);
	Annotations.fromStack(stackOf(appOf(plan), 'ingest-1')).hasInfo('*', Match.stringLikeRegexp('say its columns'));
	const app = appOf(plan, { columns });
	Template.fromStack(stackOf(app, 'ingest-1')).resourcePropertiesCountIs(type, parquet, 1);
	Template.fromStack(stackOf(app, 'ingest-1')).hasResourceProperties('AWS::Glue::Table', {
		TableInput: Match.objectLike({
			StorageDescriptor: Match.objectLike({ Columns: [Match.anyValue(), { Name: 'heat', Type: 'double' }] }),
		}),
	});
	const jobs = JSON.stringify(Template.fromStack(stackOf(app, 'processing')).toJSON());
	assert.match(jobs, /telemetry_[0-9a-f]{8}[^}]*parquet/);
});

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

test('jobs run on Glue 5.1 without bookmarks, told by arguments what to do', () => {
	const processing = template(everyService(), 'processing');
	processing.allResourcesProperties('AWS::Glue::Job', {
		GlueVersion: '5.1',
		DefaultArguments: Match.objectLike({ '--job-bookmark-option': 'job-bookmark-disable' }),
	});
	const datasets = Object.values(processing.findResources('AWS::Glue::Job')).map(({ Properties }) => [
		Properties.DefaultArguments['--does'],
		JSON.parse(Properties.DefaultArguments['--datasets']).map((one: { name: string; format: string; path?: string }) =>
			[one.name.replace(/_[0-9a-f]{8}$/, ''), one.format, ...(one.path === undefined ? [] : [one.path])].join(' '),
		),
	]);
	assert.deepEqual(Object.fromEntries(datasets).mask, [
		'profiles dynamodb-json',
		'orders dms-parquet',
		'cards dms-parquet',
		'historian dms-parquet',
		'old_clicks json s3://old-clicks',
	]);
	assert.ok(Object.fromEntries(datasets).join.includes('orders iceberg'));
	assert.ok(datasets.some(([does, sets]) => does === 'tidy' && sets.includes('nas csv')));
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

/** Numbers from 0 to 1 that are the same in every run. */
function drawn(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

test('whatever part of a plan there is, it builds, and the checks find nothing', () => {
	for (let seed = 1; seed <= 12; seed += 1) {
		const draw = drawn(seed);
		const some = <T>(all: readonly T[]): readonly T[] => all.filter(() => draw() < 0.5);
		const plan = everyService();
		const part: Plan = {
			...plan,
			sources: some(plan.sources),
			flows: some(plan.flows),
			jobs: some(plan.jobs),
			controls: some(plan.controls),
			stores: some(plan.stores),
			places: some(plan.places),
			network: { ...plan.network, private: draw() < 0.5, region: draw() < 0.5 ? plan.network.region : '' },
		};
		assert.doesNotThrow(() => appOf(part).synth(), `seed ${seed}`);
	}
});

test('what a region has no resource for is left out there, and said', () => {
	const plan = everyService();
	const elsewhere = { ...plan, network: { ...plan.network, region: 'us-gov-west-1' } };
	const app = appOf(elsewhere);
	for (const stack of app.node.children.filter((child): child is Stack => 'templateFile' in child)) {
		const types = Object.values(Template.fromStack(stack).toJSON().Resources ?? {}).map(
			(resource) => (resource as { readonly Type: string }).Type,
		);
		assert.deepEqual(
			types.filter((type) => /^AWS::(?:Macie|AppFlow)::|^AWS::DMS::ReplicationConfig$/.test(type)),
			[],
		);
	}
	Annotations.fromStack(stackOf(app, 'audit')).hasInfo('*', Match.stringLikeRegexp('no AWS::Macie::Session'));
	Annotations.fromStack(stackOf(app, 'ingest-1')).hasInfo(
		'*',
		Match.stringLikeRegexp('no AWS::DMS::ReplicationConfig'),
	);
});
