import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeadwaterError } from '../../source/errors.ts';
import { decidedBy } from '../../source/plan/decided-by.ts';
import { difference } from '../../source/plan/difference.ts';
import { parsePlan } from '../../source/plan/parse-plan.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { printPlan } from '../../source/plan/print-plan.ts';
import type { FormerPlan } from '../../source/plan/upgraded-plan.ts';
import { examplePlan } from '../peers/example-plan.ts';

const text = printPlan(examplePlan());

function faultOf(file: string): HeadwaterError {
	try {
		parsePlan(file, 'plan.json');
	} catch (error) {
		if (error instanceof HeadwaterError) return error;
		throw error;
	}
	throw new Error('The file was taken for a plan.');
}

test('what is printed is read back, whatever its texts and numbers are', () => {
	const safe = fc.string({ unit: 'grapheme' }).filter((said) => !/\p{Cc}/u.test(said));
	const amounts = fc.dictionary(
		fc.constantFrom('lead', 'once', 'monthly'),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
	);
	fc.assert(
		fc.property(safe, safe, amounts, fc.dictionary(safe, safe), (title, reason, estimate, names) => {
			const given = examplePlan();
			const titles = Object.fromEntries(given.sources.map(({ id }) => [id, title]));
			const plan: Plan = {
				...given,
				names: { ...names, ...titles },
				flows: given.flows.map((flow) => ({ ...flow, title, reasons: [reason], estimate })),
				sources: given.sources.map((source) => ({ ...source, title, estimate })),
			};
			const printed = printPlan(plan);
			const read = parsePlan(printed, 'plan.json');
			expect(printPlan(read)).toBe(printed);
			expect(read).toEqual(JSON.parse(JSON.stringify(plan)));
		}),
		{ numRuns: 60 },
	);
});

test('each source stands on a line of its own', () => {
	const [, rest = ''] = text.split('\n\t"sources": [\n');
	const [rows = ''] = rest.split('\n\t]');
	const lines = rows.split('\n');
	expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')))).toEqual(examplePlan().sources);
});

test('a file that was cut off anywhere is refused, never half read', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: text.trimEnd().length - 1 }), (length) => {
			expect(faultOf(text.slice(0, length)).code).toMatch(/^plan-(empty|cut-off|broken)$/);
		}),
		{ numRuns: 60 },
	);
});

const broken = (change: (plan: Plan) => unknown): HeadwaterError => faultOf(JSON.stringify(change(examplePlan())));

test('what is wrong with a plan is told with its place and the way out', () => {
	const [first, ...others] = examplePlan().flows;
	expect(broken((plan) => ({ ...plan, flows: [{ ...first, carries: 'some' }, ...others] }))).toMatchObject({
		code: 'plan-shape',
		message: 'The plan file plan.json is damaged: flows[0].carries should be one of history, changes, both.',
		wayOut: 'Make it again with `headwater plan --estate FILE -o plan.json`.',
	});
	const told = (change: (plan: Plan) => unknown) => broken(change).message.replace(/^.* is damaged: /, '');
	expect([
		told(({ flows: _, ...plan }) => plan),
		told((plan) => ({ ...plan, asOf: 'soon' })),
		told((plan) => ({ ...plan, costs: { ...plan.costs, monthly: '12' } })),
		told((plan) => ({ ...plan, madeBy: 'head\u0000water' })),
		told((plan) => ({ ...plan, stores: [] })),
		told((plan) => ({ ...plan, sources: [...plan.sources, ...plan.sources.slice(0, 1)] })),
		told((plan) => ({ ...plan, steps: plan.steps.slice(1) })),
	]).toEqual([
		'flows is missing.',
		'asOf should look like ^\\d{4}-\\d{2}-\\d{2}$.',
		'costs.monthly should be a number.',
		'madeBy holds a control character.',
		'flow clickstream-s3-direct names the store "clickstream", which is not in the plan.',
		'the id "arn:aws:s3:::shop-clickstream" occurs twice among its sources.',
		'step 3 names the step "1", which is not in the plan.',
	]);
});

test('a plan that an earlier version wrote is read, with all that it told of each source', () => {
	const former = readFileSync(new URL('plan-of-version-1.json', import.meta.url), 'utf8');
	const told: FormerPlan = JSON.parse(former);
	const read = parsePlan(former, 'plan.json');
	expect(told.version).toBe(1);
	expect(read.sources.map((source) => decidedBy(read, source))).toEqual(told.sources.map((source) => source.decidedBy));
	expect(difference(read, examplePlan())).toMatchObject({ facts: [], routes: [], added: [], removed: [] });
	expect(parsePlan(printPlan(read), 'plan.json')).toEqual(read);
	const broken = former.replace('"evidence": "sources.yaml"', '"evidence": 7');
	expect(faultOf(broken).message).toMatch(/sources\[\d\]\.decidedBy\..*\.evidence should be a text/);
});

test('an origin that the plan does not tell is a fault', () => {
	const fault = broken((plan) => ({ ...plan, origins: {} }));
	expect(fault.message).toMatch(/source arn:\S+ names the origin "measured-1", which is not in the plan/);
});

test('what is about many sources is printed by the flows that it is about as a whole, and read back', () => {
	const plan = manyPlan();
	const printed = JSON.parse(printPlan(plan));
	const [assumption] = printed.assumptions;
	expect(assumption).toMatchObject({ flows: ['all-of-these'], about: ['some-000', 'some-001'] });
	expect(parsePlan(printPlan(plan), 'plan.json')).toEqual(plan);
	expect(Object.keys(printed.names)).not.toContain('some-000');
});

/** A plan of two flows of 60 sources; of the second only two are assumed about. */
function manyPlan(): Plan {
	const plan = examplePlan();
	const [first] = plan.sources;
	const [flow] = plan.flows;
	if (!first || !flow) throw new Error('the example has flows');
	const named = (name: string) => Array.from({ length: 60 }, (_, index) => `${name}-${String(index).padStart(3, '0')}`);
	const [all, some] = [named('all'), named('some')];
	const sources = [...all, ...some].map((id) => ({ ...first, id, title: `Source ${id}` }));
	return {
		...plan,
		sources,
		names: { ...plan.names, ...Object.fromEntries(sources.map(({ id, title }) => [id, title])) },
		flows: [
			{ ...flow, id: 'all-of-these', sources: all },
			{ ...flow, id: 'some-of-these', sources: some },
		],
		jobs: [],
		assumptions: [
			{ fact: 'use', title: 'Use', about: [...all, ...some.slice(0, 2)], value: 'training', says: 'training' },
		],
	};
}

test('a plan of a newer version asks for a newer program', () => {
	const fault = broken((plan) => ({ ...plan, version: 3 }));
	expect(fault.code).toBe('plan-version');
	expect(fault.wayOut).toContain('newer');
});

test('fields that a later program adds are kept', () => {
	const plan = { ...examplePlan(), remarks: ['kept'] };
	expect(parsePlan(printPlan(plan), 'plan.json')).toEqual(plan);
});

test('no missing field goes unseen', () => {
	const plan = examplePlan();
	const passed = Object.keys(plan).filter((part) => {
		const { [part as keyof Plan]: _, ...rest } = plan;
		try {
			parsePlan(JSON.stringify(rest), 'plan.json');
			return true;
		} catch {
			return false;
		}
	});
	expect(passed).toEqual([]);
});
