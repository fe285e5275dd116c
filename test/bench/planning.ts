import { advise } from '../../source/advice/advise.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { compose } from '../../source/plan/compose.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { timesOf } from './measuring/timing.ts';

/** Advice with an explanation of each flow, and the plan that is composed of it. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const estate = await demoEstate();
	const given = { estate, answers: noAnswers, ...own, today };
	const composed = () => {
		const advice = advise(given);
		const made = { asOf: today, madeBy: 'bench', hashes: {} };
		return compose({ ...given, ...made, advice, questions: [] });
	};
	return [
		timeRow(
			'the demo: advise and compose',
			timesOf(rounds, () => given, composed),
			20,
		),
	];
}
