import { describe, expect, test } from 'vitest';
import { advise } from '../../../source/advice/advise.ts';
import { ownKnowledge } from '../../../source/app/session/derive.ts';
import { sumOf } from '../../../source/app/session/effect.ts';
import { loadPlanner } from '../../../source/app/session/planner.ts';
import { demoEstate } from '../../../source/discovery/demo/index.ts';
import { type Answers, noAnswers } from '../../../source/estate/answers.ts';
import { compose } from '../../../source/plan/compose.ts';
import { difference } from '../../../source/plan/difference.ts';
import { consequenceLines } from '../../../source/plan/difference-text.ts';
import type { Plan } from '../../../source/plan/plan.ts';

const today = '2026-11-24';
const knowledge = await ownKnowledge('0');
const planner = await loadPlanner(knowledge, today);
const estate = await demoEstate();
const stands = { estate, answers: noAnswers };
const { plan, questions } = planner.derive(stands);

/** Each effect that the first questions promise, as the answer that has it. */
const answered: readonly (readonly [string, Answers])[] = questions
	.slice(0, 14)
	.flatMap(({ fact, scope, about, effects }) =>
		effects.slice(0, 2).map(({ value }): readonly [string, Answers] => {
			const set = { [fact]: value };
			const holders = Object.fromEntries(about.map((id) => [id, set]));
			const part = scope === 'workload' ? { workload: set } : { [scope === 'place' ? 'places' : 'sources']: holders };
			return [`${fact} = ${String(value)}`, { ...noAnswers, ...part }];
		}),
	);
const [flow] = plan.flows.filter(({ alternatives }) => alternatives.length > 0);
const [source = ''] = flow?.sources ?? [];
const chosen: readonly (readonly [string, Answers])[] = [
	['a route', { ...noAnswers, choices: { routes: { [source]: flow?.alternatives[0]?.services.at(-1) ?? '' } } }],
	['a strategy', { ...noAnswers, choices: { strategy: 'federation', routes: {} } }],
	[
		'scoring online, of records without the time of the event',
		{ ...noAnswers, workload: { scoring: 'online' }, sources: { '*': { 'event.time': false, 'keys.known': true } } },
	],
	[
		'so much that work goes to another engine',
		{ ...noAnswers, sources: { '*equipment-logs*': { change: 20e12 / 86_400 } } },
	],
	['what is assumed already', { ...noAnswers, workload: { 'cost.months': 12 } }],
];

function wholePlan(answers: Answers): Plan {
	const given = { ...knowledge, estate, answers };
	const advice = advise({ ...given, today });
	return compose({ ...given, advice, questions: [], asOf: today, hashes: plan.madeFrom });
}
/**
What turned, without why (a plan also names facts that follow from those that were answered) and without how many flows
share a finding (a plan parts some of them by the work behind).
*/
const turned = (lines: readonly string[]) =>
	lines
		.filter((line) => !line.startsWith('  because of'))
		.map((line) => line.replace(/: \d+ flows?: /, ': some flows: '))
		.toSorted();

describe('the effect of an answer is that of the plan it would lead to', () => {
	test.each([...answered, ...chosen])('%s', (_, answers) => {
		const after = wholePlan(answers);
		const found = difference({ ...plan, questions: [] }, after);
		const effect = planner.effect(stands, { estate, answers });
		expect(effect?.after ?? sumOf(plan)).toEqual(sumOf(after));
		const lines = consequenceLines({ ...found, costs: {}, parts: [], assumptions: { added: [], gone: [] } });
		const told = (effect?.says ?? []).filter((line) => !/^(No longer|Now) assumed/.test(line));
		expect(turned(told)).toEqual(turned(lines));
	});
});

test('what was assumed and is answered is no longer assumed', () => {
	const effect = planner.effect(stands, { estate, answers: { ...noAnswers, workload: { 'cost.months': 12 } } });
	expect(effect?.says).toEqual([expect.stringMatching(/^No longer assumed: .*12/)]);
});
