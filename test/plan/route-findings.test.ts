import { expect, test } from 'vitest';
import type { AdvisedFlow } from '../../source/advice/advice.ts';
import type { Requirement, ServiceRecord } from '../../source/catalog/record.ts';
import { compose } from '../../source/plan/compose.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { atMost } from '../../source/rules/constructors.ts';
import { composition } from './story.ts';

const { advice, catalog, estate } = composition;

/** The plan of the story with its capture changed: the record, and what advice says of the flow. */
function planWith(record: Partial<ServiceRecord>, winner: Partial<AdvisedFlow['winner']> = {}): Plan {
	const { capture } = catalog.services;
	const services = { ...catalog.services, capture: { ...capture, ...record } as ServiceRecord };
	const flows = advice.flows.map((flow) =>
		flow.place === 'warehouse' ? { ...flow, winner: { ...flow.winner, late: 0, ...winner } } : flow,
	);
	return compose({ ...composition, catalog: { ...catalog, services }, advice: { ...advice, flows } });
}

test('a quota that must be raised is a finding and a step with the text of its request', () => {
	const limit: Requirement = {
		because: 'more than 1 TB needs a higher limit',
		that: atMost('volume', 1e12),
		quota: 'Capture: bytes a task',
		source: 'docs/capture.md',
		checked: '2026-11-22',
		sure: true,
	};
	const volume = { value: 2e12, from: 'declared', evidence: 'sources.yaml', at: '2026-11-20' } as const;
	const sources = estate.sources.map((one) =>
		one.id === 'warehouse/stock' ? { ...one, facts: { ...one.facts, volume } } : one,
	);
	const { capture } = catalog.services;
	const services = { ...catalog.services, capture: { ...capture, requires: [limit] } as ServiceRecord };
	const plan = compose({ ...composition, catalog: { ...catalog, services }, estate: { ...estate, sources } });
	expect(plan.findings.find(({ control }) => control === 'quota')).toEqual({
		id: 'quota-capture-bytes-a-task',
		severity: 'medium',
		control: 'quota',
		title: 'A quota must be raised: Capture: bytes a task',
		about: ['warehouse/stock'],
		says: 'Change capture: more than 1 TB needs a higher limit.',
		remedy: 'Ask for it in Service Quotas; until then the flow runs slower or refuses data.',
	});
	expect(plan.steps.find(({ says }) => says.startsWith('Have the quota raised'))).toMatchObject({
		says: 'Have the quota raised: Capture: bytes a task. For: stock.',
		request: 'Quota: Capture: bytes a task. Region: eu-central-1. Why: More than 1 TB needs a higher limit.',
	});
});

test('a service that goes on for old customers only is a finding where the plan counts on it', () => {
	const plan = planWith({
		availability: {
			state: 'closed to new customers',
			on: '2026-05-31',
			instead: ['disks'],
			existing: 'customer.snowball',
			source: 'docs/capture.md',
			checked: '2026-11-22',
			sure: true,
		},
	});
	expect(plan.findings.find(({ control }) => control === 'closed-service')).toEqual({
		id: 'capture-closed',
		severity: 'high',
		control: 'closed-service',
		title: 'Change capture takes no new customers',
		about: ['orders-capture'],
		says: 'It is closed to new customers since 2026-05-31; only who used it before may go on.',
		remedy: 'Check that this account may still use it; use Disks by post instead.',
	});
	expect(plan.textbook.map(({ says }) => says)).not.toContain('Change capture for orders and stock.');
});

test('data that stays older than wanted is told with both ages', () => {
	const plan = planWith({}, { stale: 82_800, estimate: { freshness: 86_400 } });
	expect(plan.findings.find(({ control }) => control === 'stale')).toMatchObject({
		title: 'orders and stock: the data is older than wanted',
		says: 'The best route keeps it 1 day old; 1 h is wanted.',
	});
});

test('data that must stay somewhere is a finding while nobody has said where models train', () => {
	const { 'training.region': _, ...workload } = estate.workload;
	const residency = { value: 'eu', from: 'answered', evidence: 'answers', at: '2026-11-20' } as const;
	const plan = compose({ ...composition, estate: { ...estate, workload: { ...workload, residency } } });
	expect(plan.findings.find(({ control }) => control === 'residency')).toMatchObject({
		severity: 'medium',
		says: '3 sources must stay in a region or area.',
	});
	expect(plan.network.region).toBe('');
	expect(plan.stores.find(({ id }) => id === 'raw')).not.toHaveProperty('region');
});
