import { expect, test } from 'vitest';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import type { Known } from '../../source/estate/estate.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { readCase, situationOf } from '../peers/case-file.ts';

const knowledge = await ownKnowledge('test');

/** The profiles of a case, with a volume of which only so much is known. */
function planWith(known: Partial<Known>): Plan {
	const path = 'cases/waves-label-first.yaml';
	const found = readCase(path);
	const { estate, answers } = situationOf(found, path);
	const volume: Known = { value: 40e9, from: 'measured', evidence: 'test, a bound above', at: '2026-11-20', ...known };
	const sources = estate.sources.map((source) =>
		source.id === 'profiles' ? { ...source, facts: { ...source.facts, volume } } : source,
	);
	return derive({ estate: { ...estate, sources }, answers }, knowledge, found.today).plan;
}
const bounds = ({ findings }: Plan) => findings.filter(({ control }) => control === 'bound');
const routeOf = ({ flows }: Plan) =>
	flows.filter(({ sources }) => sources.includes('profiles')).map(({ services }) => services);

test('a bound decides nothing by itself: where its other end gives another route, the one reckoned with is an assumption', () => {
	const plan = planWith({ between: [0, 40e9] });
	expect(routeOf(plan)).toEqual([['dynamodb-export']]);
	expect(routeOf(planWith({ value: 0.5e9 }))).not.toEqual(routeOf(plan));
	const [finding] = bounds(plan);
	expect(finding).toMatchObject({ severity: 'low', title: 'Profiles: volume is only known as an interval' });
	expect(finding?.about).toContain('profiles');
	expect(finding?.says).toMatch(/^It is at most 40 GB; the route is chosen for 40 GB\. Below \S+ \S+ it would be /);
	expect(plan.assumptions).toContainEqual({
		fact: 'volume',
		title: 'Volume',
		about: ['profiles'],
		value: 40e9,
		says: '40 GB, though it is at most 40 GB',
	});
});

test('an interval over which the route is the same decides, and nothing is said', () => {
	const plan = planWith({ between: [35e9, 42e9] });
	expect(bounds(plan)).toEqual([]);
	expect(plan.assumptions.filter(({ fact }) => fact === 'volume')).toEqual([]);
	for (const value of [35e9, 42e9]) expect(routeOf(planWith({ value }))).toEqual(routeOf(plan));
});

test('a bound below is told as one', () => {
	const plan = planWith({ between: [0.2e9, 1e18] });
	expect(bounds(plan).some(({ says }) => says.startsWith('It is at least 200 MB;'))).toBe(true);
});

test('what was measured exactly, or said, is no interval', () => {
	expect(bounds(planWith({}))).toEqual([]);
});
