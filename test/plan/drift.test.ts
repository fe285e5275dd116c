import { expect, test } from 'vitest';
import type { Catalog } from '../../source/catalog/record.ts';
import { drift } from '../../source/plan/drift.ts';
import { driftText } from '../../source/plan/drift-text.ts';
import type { Plan, PlanKnown, PlannedSource } from '../../source/plan/plan.ts';
import { examplePlan } from '../peers/example-plan.ts';
import { stating } from '../peers/stating.ts';

const plan = examplePlan();
const later: Plan = { ...plan, asOf: '2027-01-05' };
const open = { state: 'open', source: 'docs', checked: '2026-11-01', sure: true } as const;
const services = Object.fromEntries(
	[...plan.flows.flatMap((flow) => flow.services), ...plan.places.flatMap(({ path }) => path ?? [])].map((id) => [
		id,
		{ title: plan.names[id] ?? id, availability: open },
	]),
);
const catalogWith = (changes: Readonly<Record<string, unknown>> = {}) =>
	({ services: { ...services, ...changes } }) as unknown as Catalog;
const found = (now: Plan, of = plan, catalog = catalogWith()) => drift(of, now, catalog, 0.25);

const historian = plan.sources.find(({ title }) => title === 'Plant historian') as PlannedSource;
const saying = (of: Plan, fact: string, known: Partial<PlanKnown>): Plan =>
	stating(of, ({ id }, before) =>
		id === historian.id
			? { ...before, [fact]: { ...{ value: '', from: 'measured', evidence: '', at: '' }, ...before[fact], ...known } }
			: before,
	);

test('the same estate on a later day is no drift', () => {
	expect(found(later)).toMatchObject({ drifted: false, since: '2026-11-24', today: '2027-01-05' });
	expect(driftText(found(later))).toBe('The plan of 2026-11-24 still fits on 2027-01-05.\n');
});

test('sources that came and went are drift', () => {
	const [gone, ...rest] = plan.sources;
	const now: Plan = { ...later, sources: [...rest, { ...historian, id: 'other', title: 'Other historian' }] };
	const result = found({ ...now, names: { ...now.names, other: 'Other historian' } });
	expect(result).toMatchObject({ drifted: true, added: ['other'], gone: [gone?.id] });
	expect(driftText(result)).toMatch(/^New \(1\): Other historian\nGone \(1\): Web clickstream$/m);
});

test('an amount may move by the tolerance, and what moves further is grown or shrunk', () => {
	const amount = (value: number) => found(saying(later, 'volume', { value }));
	expect(amount(2.4e12)).toMatchObject({ drifted: false, grown: [] });
	expect(amount(1.7e12)).toMatchObject({ drifted: false, shrunk: [] });
	expect(amount(2.6e12)).toMatchObject({ drifted: true, grown: [{ factor: 1.3, before: '2 TB', after: '2.6 TB' }] });
	expect(amount(1e12)).toMatchObject({ drifted: true, shrunk: [{ factor: 0.5 }] });
	expect(drift(plan, saying(later, 'volume', { value: 1e12 }), catalogWith(), 1).drifted).toBe(false);
});

test('a source whose content is more sensitive than thought is re-classified', () => {
	const before = saying(plan, 'sensitivity', { value: 'internal' });
	expect(found(saying(later, 'sensitivity', { value: 'health' }), before)).toMatchObject({
		drifted: true,
		reclassified: [{ fact: 'sensitivity', about: [historian.id], before: 'internal', after: 'health' }],
		turned: [],
	});
});

test('an assumption that somebody has since measured otherwise is broken, one that was right is not', () => {
	const before = saying(plan, 'encrypted', { value: false, from: 'assumed' });
	const [wrong, right] = [true, false].map((value) =>
		found(saying(later, 'encrypted', { value, from: 'measured' }), before),
	);
	expect(wrong).toMatchObject({ drifted: true, broken: [{ fact: 'encrypted', wasAssumed: true }], turned: [] });
	expect(right).toMatchObject({ drifted: false, broken: [] });
});

test('a service of the plan that closed since is told with what to use instead', () => {
	const closed = {
		title: 'DMS',
		availability: { ...open, state: 'closed to new customers', on: '2026-12-01', instead: ['glue-zero-etl'] },
	};
	const result = found(later, plan, catalogWith({ dms: closed, 'glue-zero-etl': { title: 'Zero-ETL' } }));
	expect(result).toMatchObject({
		drifted: true,
		closed: [{ service: 'dms', on: '2026-12-01', instead: ['Zero-ETL'] }],
	});
	expect(driftText(result)).toMatch(
		/DMS|Migration Service: closed to new customers since 2026-12-01; instead Zero-ETL/,
	);
	const told: Plan = {
		...plan,
		findings: [...plan.findings, { ...(plan.findings[0] as Plan['findings'][number]), id: 'dms-closed' }],
	};
	expect(found({ ...later, findings: told.findings }, told, catalogWith({ dms: closed })).drifted).toBe(false);
});

test('a service that the catalogue does not know any more is told', () => {
	const { dms: _, ...rest } = services;
	const result = drift(plan, later, { services: rest } as unknown as Catalog, 0.25);
	expect(result).toMatchObject({ drifted: true, closed: [{ service: 'dms', state: 'unknown' }] });
});

test('prices older than a year are drift by themselves', () => {
	expect(found({ ...plan, asOf: '2027-11-01' }).prices).toBeUndefined();
	expect(found({ ...plan, asOf: '2028-01-01' })).toMatchObject({ drifted: true, prices: { asOf: plan.costs.asOf } });
});

test('another route, line, risk or bill is drift; a detail is not', () => {
	const [flow, ...flows] = later.flows as [Plan['flows'][number], ...Plan['flows'][number][]];
	for (const now of [
		{ ...later, flows: [{ ...flow, services: ['glue-jdbc'] }, ...flows] },
		{ ...later, places: later.places.map(({ path: _, ...place }) => place) },
		{ ...later, findings: [...later.findings, { ...(later.findings[0] as Plan['findings'][number]), id: 'new' }] },
		{ ...later, costs: { ...later.costs, monthly: later.costs.monthly * 2 } },
		{ ...later, strategy: { ...later.strategy, id: 'federation' } },
	])
		expect(found(now).drifted).toBe(true);
	for (const now of [
		{ ...later, steps: [] },
		{ ...later, findings: [] },
		{ ...later, costs: { ...later.costs, monthly: later.costs.monthly * 1.1 } },
	])
		expect(found(now).drifted).toBe(false);
});

test('of what other answers changed it is said that it may come from them', () => {
	const result = found({ ...later, madeFrom: { ...later.madeFrom, answers: 'other' } });
	expect(result.drifted).toBe(false);
	expect(driftText(result)).toMatch(/was made with other answers than those given here/);
});
