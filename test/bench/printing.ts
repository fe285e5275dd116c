import { derive } from '../../source/app/session/derive.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { printEstate } from '../../source/estate/print-estate.ts';
import { printPlan } from '../../source/plan/print-plan.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { timesOf } from './measuring/timing.ts';

/** The documents as text. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const estate = await demoEstate();
	const { plan } = derive({ estate, answers: noAnswers }, { ...own, madeBy: 'bench', hash: '' }, today);
	return [
		timeRow(
			'the demo: print plan.json',
			timesOf(rounds, () => plan, printPlan),
		),
		timeRow(
			'the demo: print estate.json',
			timesOf(rounds, () => estate, printEstate),
		),
	];
}
