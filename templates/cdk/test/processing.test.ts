import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { rulesetOf } from '../lib/rulesets.ts';
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

test('a job has the workers and the time that its data takes, and ten workers where nobody knows how much that is', () => {
	const plan = everyService();
	const sized = (volume: number | undefined) => {
		const known: Readonly<Record<string, number>> = volume === undefined ? {} : { volume };
		const sources = plan.sources.map((source) => ({
			...source,
			decidedBy: { test: { ...source.decidedBy.test, ...known } },
		}));
		const [first] = plan.sources;
		const flows = plan.flows.map((flow) => ({ ...flow, sources: flow.to === 'raw' && first ? [first.id] : [] }));
		const job = Object.values(template({ ...plan, sources, flows }, 'processing').findResources('AWS::Glue::Job'))
			.map(({ Properties }) => Properties)
			.find(({ DefaultArguments }) => DefaultArguments['--does'] === 'tidy');
		return [job?.WorkerType, job?.NumberOfWorkers, job?.Timeout];
	};
	assert.deepEqual(sized(undefined), ['G.1X', 10, 480]);
	assert.deepEqual(sized(1e9), ['G.1X', 2, 60]);
	assert.deepEqual(sized(100e9), ['G.1X', 20, 183]);
	assert.deepEqual(sized(10e12), ['G.2X', 50, 2880]);
});

test('rules of quality are rule sets in DQDL besides, with both ends of a range inside and names as data', () => {
	template(everyService(), 'processing').hasResourceProperties('AWS::Glue::DataQualityRuleset', {
		Name: 'pipeline-check-every-table',
		Ruleset: [
			'Rules = [ RowCount > 0, IsComplete "machine", ColumnValues "heat" >= -40, ColumnValues "heat" <= 120,',
			'ColumnValues "state \\"now\\"" in [ "on", "off" ] ]',
		].join(' '),
	});
	const rule = (more: object) => rulesetOf({ settings: { rules: JSON.stringify([{ column: 'a', ...more }]) } });
	assert.equal(
		rule({ rule: 'matches', pattern: '^\\d+"$' }),
		'Rules = [ RowCount > 0, ColumnValues "a" matches ".*(?:^\\\\d+\\"$).*" ]',
	);
	assert.equal(rule({ rule: 'unique', column: 'a\n" ]' }), 'Rules = [ RowCount > 0, IsUnique "a \\" ]" ]');
	const together = (columns: unknown, kind = 'unique') => rule({ rule: kind, column: undefined, columns });
	assert.equal(together(['read "at"', 'no']), 'Rules = [ RowCount > 0, IsPrimaryKey "read \\"at\\"" "no" ]');
	for (const columns of [[], 'no', [1]]) assert.equal(together(columns), undefined);
	assert.equal(together(['a', 'b'], 'complete'), undefined);
	assert.equal(rule({ rule: 'unique', columns: 7 }), undefined);
	for (const none of [{ rule: 'in', values: [] }, { rule: 'odd' }, {}]) assert.equal(rule(none), undefined);
	for (const rules of ['', '{', '{}', 7]) assert.equal(rulesetOf({ settings: { rules } }), undefined);
});
