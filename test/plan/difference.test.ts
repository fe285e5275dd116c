import { expect, test } from 'vitest';
import { difference, isSame } from '../../source/plan/difference.ts';
import { differenceText } from '../../source/plan/difference-text.ts';
import type { Plan, PlanKnown } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { stating } from '../peers/stating.ts';

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

test('history and changes that go the same way are named once, unless that is what changes', () => {
	const going = (...ways: readonly (readonly string[])[]): Plan => ({
		...before,
		flows: before.flows.flatMap((flow) =>
			flow.id === 'historian-dms' ? ways.map((services, index) => ({ ...flow, id: `way-${index}`, services })) : [flow],
		),
	});
	const told = (from: Plan, to: Plan): string => differenceText(difference(from, to)).split('\n')[0] ?? '';
	const [dms, direct] = [['dms'], ['direct-connect', 'dms']];
	const [one, other] = ['AWS Database Migration Service', 'AWS Direct Connect > AWS Database Migration Service'];
	expect(told(going(dms, dms), going(dms, direct))).toBe(`Plant historian: ${one} becomes ${other} and ${one}`);
	expect(told(going(dms, dms), going(dms))).toBe(`Plant historian: ${one} and ${one} becomes ${one}`);
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

test('a route that changed says which facts of its sources turned', () => {
	const grown = (plan: Plan): Plan => ({
		...stating(plan, ({ title }, facts) =>
			title === 'Plant historian' ? { ...facts, volume: { ...knownVolume(facts), value: 40e12 } } : facts,
		),
		flows: plan.flows.map((flow) =>
			flow.id === 'historian-dms' ? { ...flow, services: ['direct-connect', 'dms'] } : flow,
		),
	});
	const found = difference(before, grown(before));
	expect(found.routes[0]?.because).toEqual(['Volume: 2 TB becomes 40 TB']);
	expect(found.facts).toEqual([
		expect.objectContaining({ fact: 'volume', before: '2 TB', after: '40 TB', factor: 20, wasAssumed: false }),
	]);
	expect(differenceText(found)).toContain('Volume of Plant historian: 2 TB becomes 40 TB (20 times)\n');
	expect(differenceText(found)).toContain('\n  because of Volume: 2 TB becomes 40 TB\n');
});

const knownVolume = ({ volume }: Readonly<Record<string, PlanKnown>>) => {
	if (!volume) throw new Error('The example knows its volume.');
	return volume;
};

test('a fact that is alike for many sources is told once, and one that only one plan read is no change', () => {
	const internal = (plan: Plan, value: string): Plan =>
		stating(plan, () => ({ sensitivity: { value, from: 'answered', evidence: '', at: '' } }));
	const [one, other] = [internal(before, 'internal'), internal(before, 'health')];
	expect(difference(one, other).facts).toEqual([
		expect.objectContaining({ fact: 'sensitivity', about: before.sources.map(({ id }) => id) }),
	]);
	const unread = stating(before, () => ({}));
	expect(difference(one, unread).facts).toEqual([]);
});

test('dates move with the longest history, and the day of planning moves none', () => {
	const slower: Plan = {
		...before,
		flows: before.flows.map((flow, index) =>
			index === 0 ? { ...flow, estimate: { ...flow.estimate, lead: 0, complete: 100 * 86_400 } } : flow,
		),
	};
	expect(difference(before, slower).times.history?.after).toEqual({ seconds: 8_640_000, on: '2027-03-04' });
	expect(difference(before, { ...before, asOf: '2027-01-01' }).times).toEqual({});
	expect(differenceText(difference(before, slower))).toMatch(
		/^Whole history there on: .* becomes 2027-03-04 \(after 100 days\)$/m,
	);
});

test('assumptions that come and go are told, and what the plans were made from explains a difference without being one', () => {
	const [assumption] = before.assumptions;
	const after: Plan = {
		...before,
		assumptions: before.assumptions.slice(1),
		madeFrom: { ...before.madeFrom, answers: 'x' },
	};
	const text = differenceText(difference(before, after));
	expect(text).toContain(`No longer assumed: ${assumption?.title}: ${assumption?.says}`);
	expect(text).toMatch(/The second plan was made from other answers\n$/);
});
