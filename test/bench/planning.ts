import { advise } from '../../source/advice/advise.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import type { Estate } from '../../source/estate/estate.ts';
import { compose } from '../../source/plan/compose.ts';
import { largeEstate } from '../peers/large-account.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { timesOf } from './measuring/timing.ts';

/** Advice with an explanation of each flow, and the plan that is composed of it. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const demo = await demoEstate();
	const advised = (estate: Estate) => advise({ estate, answers: noAnswers, ...own, today });
	const composed = (estate: Estate) => {
		const made = { asOf: today, madeBy: 'bench', hashes: {}, questions: [], answers: noAnswers };
		return compose({ ...made, ...own, estate, advice: advised(estate) });
	};
	const thousand = largeEstate(1000);
	return [
		timeRow(
			'the demo: advise and compose',
			timesOf(rounds, () => demo, composed),
			20,
		),
		timeRow(
			'1,000 sources: advise',
			timesOf(rounds, () => thousand, advised),
			15,
		),
	];
}
