import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { appOf, everyService } from './plans.ts';
import { stackOf, template } from './reading.ts';

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
