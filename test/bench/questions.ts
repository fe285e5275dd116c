import type { Advice } from '../../source/advice/advice.ts';
import { advise } from '../../source/advice/advise.ts';
import type { Given } from '../../source/advice/ground/ground.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { askingIn, questions } from '../../source/questions/questions.ts';
import { largeEstate } from '../peers/large-account.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { median, timesOf } from './measuring/timing.ts';

/** What is still worth asking, beyond the advice it follows from. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	return [
		...rowsOf('the demo', { estate: await demoEstate(), answers: noAnswers, ...own, today }, rounds, 60),
		...rowsOf('1,000 sources', givenOf(1000), rounds),
		...rowsOf('10,000 sources', givenOf(10_000), Math.min(rounds, 3)),
		...rowsOf('100,000 sources', givenOf(100_000), Math.min(rounds, 2), 1200, 8),
		firstRow('100,000 sources', givenOf(100_000), Math.min(rounds, 3), 150),
	];
}

/** How long it takes until a session can show a question. */
function firstRow(title: string, given: Given, rounds: number, wanted: number): Row {
	const untilTold = (advice: Advice): void => {
		let isTold = false;
		const first = (): void => {
			isTold = true;
		};
		const slices = askingIn({ ...given, advice }, { isDue: () => isTold, first });
		slices.next();
	};
	return timeRow(
		`${title}: the first question`,
		timesOf(rounds, () => advise(given), untilTold),
		wanted,
	);
}

const givenOf = (count: number): Given => ({ estate: largeEstate(count), answers: noAnswers, ...own, today });

function rowsOf(title: string, given: Given, rounds: number, all?: number, slice?: number): readonly Row[] {
	const advised = () => advise(given);
	const whole = timesOf(rounds, advised, (advice) => questions({ ...given, advice }));
	const longest = Array.from({ length: Math.min(rounds, 3) }, () => longestSlice({ ...given, advice: advised() }));
	return [
		timeRow(`${title}: all questions`, whole, all),
		{
			title: `${title}: the longest of the slices that are to end after 5 ms`,
			figure: median(longest),
			unit: 'ms',
			...(slice !== undefined && { wanted: slice }),
		},
	];
}

/** Milliseconds that the work goes on at most until others get their turn, as the session asks it to. */
function longestSlice(of: Parameters<typeof askingIn>[0]): number {
	let began = performance.now();
	const slices = askingIn(of, { isDue: () => performance.now() - began >= 5 });
	let longest = 0;
	for (let step = slices.next(); ; step = slices.next()) {
		longest = Math.max(longest, performance.now() - began);
		if (step.done) return longest;
		began = performance.now();
	}
}
