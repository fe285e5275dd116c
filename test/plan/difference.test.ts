import { expect, test } from 'vitest';
import { difference, differenceText, isSame } from '../../source/plan/difference.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';

const before = examplePlan();

test('a plan made again from the same estate on another day does the same', () => {
	const again: Plan = { ...before, asOf: '2027-01-01', madeBy: 'headwater 9.9.9', madeFrom: { estate: 'other' } };
	expect(isSame(difference(before, again))).toBe(true);
	expect(differenceText(difference(before, again))).toBe('The plans do the same.\n');
});

test('routes, lines, costs and findings that change are told by their names', () => {
	const after: Plan = {
		...before,
		flows: before.flows.map((flow) =>
			flow.id === 'historian-dms' ? { ...flow, services: ['direct-connect', 'dms'] } : flow,
		),
		places: before.places.map((place) => (place.id === 'plant-leipzig' ? { ...place, path: 'direct-connect' } : place)),
		costs: { ...before.costs, monthly: before.costs.monthly + 100 },
		findings: before.findings.slice(1),
		questions: [],
	};
	const found = difference(before, after);
	expect(isSame(found)).toBe(false);
	expect(differenceText(found)).toBe(
		[
			'Plant historian: AWS Site-to-Site VPN > AWS Database Migration Service becomes AWS Direct Connect > AWS Database Migration Service',
			'Line of Leipzig plant: AWS Site-to-Site VPN becomes AWS Direct Connect',
			'Cost a month: $626.10 becomes $726.10',
			'No longer found (medium): TLS only is not met',
			'1 question no longer open',
			'',
		].join('\n'),
	);
});

test('sources that come and go are told, and those that go take no route change with them', () => {
	const [gone, ...rest] = before.sources;
	const after: Plan = {
		...before,
		sources: rest,
		flows: before.flows.filter(({ sources }) => !sources.includes(gone?.id ?? '')),
	};
	expect(difference(before, after)).toMatchObject({ added: [], removed: [gone?.id], routes: [] });
	expect(difference(after, before)).toMatchObject({ added: [gone?.id], removed: [], routes: [] });
});

test('a change of a detail is not passed over', () => {
	const after: Plan = { ...before, stores: before.stores.slice(1) };
	expect(differenceText(difference(before, after))).toBe('Different in detail: stores\n');
});
