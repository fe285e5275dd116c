import { advise } from '../../source/advice/advise.ts';
import { derive } from '../../source/app/session/derive.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { printEstate } from '../../source/estate/print-estate.ts';
import { compose } from '../../source/plan/compose.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { planText, printPlan } from '../../source/plan/print-plan.ts';
import { largeEstate } from '../peers/large-account.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { timesOf } from './measuring/timing.ts';

/** The documents as text. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const estate = await demoEstate();
	const { plan } = derive({ estate, answers: noAnswers }, { ...own, madeBy: 'bench', hash: '' }, today);
	const large = largePlan(100_000);
	return [
		timeRow(
			'the demo: print plan.json',
			timesOf(rounds, () => plan, printPlan),
		),
		timeRow(
			'the demo: print estate.json',
			timesOf(rounds, () => estate, printEstate),
		),
		timeRow(
			'100,000 sources: print plan.json',
			timesOf(Math.min(rounds, 7), () => large, lengthOf),
			500,
		),
		{ title: '100,000 sources: plan.json', figure: lengthOf(large) / 1e6, unit: 'MB' },
	];
}

/** The plan of a large company, without questions, of which there are some hundred at most. */
function largePlan(count: number): Plan {
	const given = { estate: largeEstate(count), answers: noAnswers, ...own, today };
	return compose({ ...given, advice: advise(given), questions: [], asOf: today, madeBy: 'bench', hashes: {} });
}

/** Makes the text of a plan in the parts in which it is written, and counts its characters. */
function lengthOf(plan: Plan): number {
	let length = 0;
	for (const part of planText(plan)) length += part.length;
	return length;
}
