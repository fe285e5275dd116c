import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { everyService } from './plans.ts';
import { template } from './reading.ts';

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
