import { expect, test } from 'vitest';
import type { Surroundings } from '../../source/app/command.ts';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { walkDemo } from '../../source/app/walk-demo.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { parsePlan } from '../../source/plan/parse-plan.ts';
import { printPlan } from '../../source/plan/print-plan.ts';

const today = '2026-11-24';

/** Surroundings without a terminal that keep what is printed. */
function quiet(columns: number) {
	const printed: string[] = [];
	const surroundings: Surroundings = {
		version: '0.1.0',
		env: {},
		cwd: '/',
		home: new URL('../../', import.meta.url),
		now: () => new Date(`${today}T12:00:00Z`),
		interactive: false,
		columns,
		signal: new AbortController().signal,
		print: (text) => printed.push(text),
		note: () => undefined,
		ask: () => Promise.resolve(''),
	};
	return { surroundings, printed };
}

test('without a terminal the demo prints its plan, its costs and its picture, and ends well', async () => {
	const { surroundings, printed } = quiet(100);
	expect(await walkDemo(surroundings)).toBe(0);
	const text = printed.join('');
	for (const part of ['STRATEGY', 'COSTS', 'THE PICTURE', 'WHAT TO DO']) expect(text).toContain(`\n${part}\n`);
	expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});

test('the plan of the demo is the same bytes twice, is read back, and gives every flow a reason and another way', async () => {
	const [estate, knowledge] = await Promise.all([demoEstate(), ownKnowledge('0.1.0')]);
	const { plan } = derive({ estate, answers: noAnswers }, knowledge, today);
	const text = printPlan(plan);
	expect(printPlan(derive({ estate, answers: noAnswers }, knowledge, today).plan)).toBe(text);
	expect(parsePlan(text, 'plan.json')).toEqual(plan);
	const bare = plan.flows.filter(
		({ reasons, alternatives, rejected }) => reasons.length === 0 || alternatives.length + rejected.length === 0,
	);
	expect(bare.map(({ id }) => id)).toEqual([]);
	const shut = plan.flows.flatMap(({ services }) =>
		services.filter((service) => knowledge.catalog.services[service]?.availability.state !== 'open'),
	);
	expect(shut).toEqual([]);
	const served = plan.flows.flatMap(({ sources }) => sources);
	expect(plan.sources.map(({ id }) => id).filter((id) => !served.includes(id))).toEqual(
		plan.unserved.map(({ source }) => source),
	);
});
