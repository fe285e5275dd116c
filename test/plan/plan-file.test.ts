import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeadwaterError } from '../../source/errors.ts';
import { parsePlan } from '../../source/plan/parse-plan.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { printPlan } from '../../source/plan/print-plan.ts';
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
			const plan: Plan = {
				...given,
				names,
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

test('a plan of a newer version asks for a newer program', () => {
	const fault = broken((plan) => ({ ...plan, version: 2 }));
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
