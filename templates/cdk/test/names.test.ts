import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constructId, datasetOf } from '../lib/names.ts';
import { inOrder } from '../lib/pipeline.ts';
import type { PlannedSource } from '../lib/plan.ts';
import { periodOf } from '../lib/schedules.ts';

const named = (id: string) => ({ id }) as PlannedSource;

test('a source is named by the end of its id and a mark that no other has', () => {
	const id = 'arn:aws:dynamodb:eu-central-1:111122223333:table/Customer_Profiles';
	assert.match(constructId(named(id)), /^customer-profiles-[0-9a-f]{8}$/);
	assert.match(datasetOf(named(id)), /^customer_profiles_[0-9a-f]{8}$/);
	assert.notEqual(constructId(named('a/orders')), constructId(named('b/orders')));
	assert.notEqual(constructId(named('a/p')), constructId(named('a/p-')));
});

test('whatever an id is, the names can be used', () => {
	for (const id of ['', '/', '::', '数据', '../../etc', 'x'.repeat(300), '9lives', 'a`b;c', '-', 'A B\n']) {
		assert.match(constructId(named(id)), /^[a-z][a-z0-9-]{0,39}$/, id);
		assert.match(datasetOf(named(id)), /^[a-z][a-z0-9_]{0,39}$/, id);
	}
});

test('a cadence is a period in minutes, or none', () => {
	const minutes = (cadence: string) => periodOf(cadence)?.toMinutes();
	assert.deepEqual(
		[
			'every 1 day',
			'every 15 min',
			'every 1 h',
			'every 7 days',
			'every 30 s',
			'every 1.5 h',
			'every 2 weeks',
			'every 1 month',
		].map(minutes),
		[1440, 15, 60, 10_080, 1, 90, 20_160, 43_800],
	);
	assert.deepEqual(['once', 'continuous', 'every now and then', 'every 1 moon'].map(minutes), [
		undefined,
		undefined,
		undefined,
		undefined,
	]);
});

test('a job comes after those that write what it reads', () => {
	const stage = (id: string, from: string, to: string, does = 'tidy') => ({ job: { id, from, to, does } }) as never;
	const order = (...stages: { job: { id: string; from: string; to: string; does: 'tidy' } }[]) =>
		inOrder(stages).map(({ job }) => job.id);
	assert.deepEqual(
		order(
			stage('join', 'stage', 'features'),
			stage('tidy', 'raw', 'stage'),
			stage('crawl', 'raw', 'raw', 'crawl'),
			stage('mask', 'landing', 'raw'),
		),
		['mask', 'tidy', 'join', 'crawl'],
	);
	assert.deepEqual(order(stage('a', 'x', 'y'), stage('b', 'y', 'x')), ['a', 'b']);
});
