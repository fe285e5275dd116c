import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datasetsFor } from '../lib/datasets.ts';
import type { Plan } from '../lib/plan.ts';
import { everyService } from './plans.ts';

const settings = {
	format: 'iceberg',
	partitionByDayFrom: 4e8,
	partitionByMonthFrom: 13e6,
	partitionByMonthAbove: 5e10,
};

/** The partitions of what a job reads, where every source has these amounts. */
function partitions(known: Readonly<Record<string, number>>, said: Plan['jobs'][number]['settings'] = settings) {
	const plan = everyService();
	const sources = plan.sources.map((source) => ({
		...source,
		decidedBy: { test: { ...source.decidedBy.test, ...known } },
	}));
	const job = plan.jobs.find(({ does }) => does === 'tidy');
	assert.ok(job);
	const found = datasetsFor({ ...plan, sources }, { ...job, settings: said }, { name: 'test' });
	return [...new Set(found.map(({ partition }) => partition))];
}

test('rows of a table stand together by day, by month or not at all, by the amounts that the plan names', () => {
	assert.deepEqual(partitions({ change: 4e8 / 86_400, volume: 1e9 }), ['day']);
	assert.deepEqual(partitions({ change: 1e8 / 86_400, volume: 1e9 }), ['month']);
	assert.deepEqual(partitions({ change: 0, volume: 6e10 }), ['month']);
	assert.deepEqual(partitions({ change: 1e6 / 86_400, volume: 1e9 }), [undefined]);
	assert.deepEqual(partitions({ change: 4e8, volume: 1e15 }, { format: 'iceberg' }), [undefined]);
});
