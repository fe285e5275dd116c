import { advise } from '../../source/advice/advise.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { questions } from '../../source/questions/questions.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { timesOf } from './measuring/timing.ts';

/** What is still worth asking, beyond the advice it follows from. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const given = { estate: await demoEstate(), answers: noAnswers, ...own, today };
	const advised = () => advise(given);
	return [
		timeRow(
			'the demo: all questions',
			timesOf(rounds, advised, (advice) => questions({ ...given, advice })),
			60,
		),
	];
}
