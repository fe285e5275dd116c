import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derive, ownKnowledge } from '../../../source/app/session/derive.ts';
import { summary } from '../../../source/app/summary.ts';
import { decisionRecord } from '../../../source/export/decision-record.ts';
import { report } from '../../../source/export/report.ts';
import { parsePlan } from '../../../source/plan/parse-plan.ts';
import type { Plan } from '../../../source/plan/plan.ts';
import { printPlan } from '../../../source/plan/print-plan.ts';
import { wildEstates } from '../../advice/wild-estates.ts';
import { readCase, situationOf } from '../../peers/case-file.ts';

const knowledge = await ownKnowledge('test');
const numRuns = Number(process.env.HEADWATER_WILD_RUNS ?? 25);

function planOf(
	name: string,
	change: (documents: ReturnType<typeof situationOf>) => ReturnType<typeof situationOf> = (one) => one,
): Plan {
	const path = `cases/${name}.yaml`;
	const found = readCase(path);
	return derive(change(situationOf(found, path)), knowledge, found.today).plan;
}

test('the order of sources and places says nothing about waves', () => {
	for (const name of ['waves-label-first', 'waves-shared-line', 'T-45']) {
		const turned = planOf(name, ({ estate, answers }) => ({
			answers,
			estate: { ...estate, sources: estate.sources.toReversed(), places: estate.places.toReversed() },
		}));
		expect(turned.waves).toEqual(planOf(name).waves);
	}
});

test('over any estate every source with a route stands in one wave, and no line in two', { timeout: 120_000 }, () => {
	fc.assert(
		fc.property(wildEstates, ({ estate, answers }) => {
			const { waves = [], flows, places } = derive({ estate, answers }, knowledge, '2026-11-22').plan;
			const told = waves.flatMap(({ members }) => members.flatMap(({ sources }) => sources));
			expect(told.toSorted()).toEqual([...new Set(flows.flatMap(({ sources }) => sources))].toSorted());
			const lines = waves.flatMap((wave) => wave.lines);
			expect(new Set(lines).size).toBe(lines.length);
			// What a wave runs over is ordered by then, so that nothing depends on a later one.
			const slots = new Map(Object.entries(knowledge.catalog.services).map(([id, { slot }]) => [id, slot]));
			const ordered = new Set<string>();
			for (const { members, lines: own } of waves) {
				for (const place of own) ordered.add(place);
				const sources = new Set(members.flatMap((member) => member.sources));
				const needed = flows.filter((flow) => flow.sources.some((id) => sources.has(id)));
				const over = needed.filter(({ services }) => services.some((id) => slots.get(id) === 'path'));
				const paid = places.filter(({ estimate: { lead = 0, monthly = 0, once = 0 } }) => lead + monthly + once > 0);
				const unordered = paid.filter(({ id }) => over.some(({ place }) => place === id) && !ordered.has(id));
				expect(unordered.map(({ id }) => id)).toEqual([]);
			}
			const sentences = waves.flatMap(({ title, yields, members }) => [
				title,
				yields,
				...members.map(({ reason }) => reason),
			]);
			expect(sentences.filter((text) => text === '' || /NaN|undefined|Infinity/.test(text))).toEqual([]);
		}),
		{ numRuns },
	);
});

test('what a wave costs is what its routes and the lines that it needs first cost', () => {
	const { waves = [], sources, places } = planOf('waves-shared-line');
	const [, second] = waves;
	const own = sources
		.filter(({ id }) => id.startsWith('pit/'))
		.reduce((sum, { estimate }) => sum + (estimate.monthly ?? 0), 0);
	const line = places.find(({ id }) => id === 'pit')?.estimate.monthly ?? 0;
	expect(line).toBeGreaterThan(0);
	expect(second?.lines).toEqual(['pit']);
	expect(second?.monthly).toBeCloseTo(own + line, 1);
});

test('waves survive printing, and stand in the text, the decision record and the report', () => {
	const plan = planOf('waves-label-first');
	expect(parsePlan(printPlan(plan), 'plan.json').waves).toEqual(plan.waves);
	const yields = 'A training set: the label from Orders, and features of one more source.';
	for (const text of [summary(plan, 120), decisionRecord(plan), report(plan)]) {
		expect(text).toContain('The first training set');
		expect(text.replace(/\s+/g, ' ')).toContain(yields);
		expect(text).toContain('Old logs');
	}
	const { waves: _, ...earlier } = plan;
	expect(parsePlan(printPlan(earlier), 'plan.json').waves).toBeUndefined();
	expect(summary(earlier, 120)).not.toContain('IN WAVES');
});

test('a label whose source has no route is told in the first wave', () => {
	const plan = planOf('waves-label-first', ({ estate, answers }) => ({
		answers: { ...answers, sources: { orders: { holds: 'features' }, weather: { holds: 'features' } } },
		estate: {
			...estate,
			sources: estate.sources.map((source) =>
				source.id === 'logs'
					? {
							...source,
							family: 'feature',
							kind: 'unheard-of',
							facts: { holds: { value: 'label', from: 'declared', evidence: 'test', at: '' } },
						}
					: source,
			),
		},
	}));
	expect(plan.unserved.map(({ source }) => source)).toEqual(['logs']);
	expect(plan.waves?.[0]?.yields).toBe(
		'Rows with features but without the label, which is in Old logs, for which there is no route.',
	);
});

test('a plan in another currency shows no dollars of its own in any text', () => {
	const plan = planOf('credits-and-currency');
	const texts = [summary(plan, 120), decisionRecord(plan), report(plan)];
	for (const text of texts) {
		const amounts = text.match(/\\?\$\d[\d,.]*/g) ?? [];
		expect(amounts.map((amount) => amount.replace('\\', ''))).toEqual(amounts.length > 0 ? statedIn(amounts) : []);
		expect(text).toContain('CHF');
		expect(text).toContain('Routes are compared at cost before credits.');
	}
	const dollars = planOf('credits-and-currency', ({ estate, answers }) => ({
		answers,
		estate: { ...estate, workload: {} },
	}));
	expect(plan.flows.map(({ services, estimate }) => [services, estimate])).toEqual(
		dollars.flows.map(({ services, estimate }) => [services, estimate]),
	);
	expect(plan.costs).toEqual(dollars.costs);
});

/** What people said in dollars stays in dollars: the hour, the day of waiting, the credits. */
const statedIn = (amounts: readonly string[]) =>
	amounts
		.map((amount) => amount.replace('\\', ''))
		.filter((amount) => ['$100', '$800', '$0', '$10,000'].includes(amount));
