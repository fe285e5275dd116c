import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { advise } from '../../source/advice/advise.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { compose } from '../../source/plan/compose.ts';
import { largeEstate } from '../peers/large-account.ts';
import type { FirstAct } from './measuring/first-act.ts';
import { own, today } from './measuring/own.ts';
import { readAll } from './measuring/read-all.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { median, quantile, timesOf } from './measuring/timing.ts';

/** Advice with an explanation of each flow, and the plan that is composed of it, at every size. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const demo = await demoEstate();
	const given = { answers: noAnswers, ...own, today };
	const composed = () => {
		const made = { asOf: today, madeBy: 'bench', hashes: {}, questions: [] };
		return compose({ ...given, ...made, estate: demo, advice: advise({ ...given, estate: demo }) });
	};
	const thousand = largeEstate(1000);
	// What is short is warm once its code is compiled, which takes some dozens of runs.
	const warm = timesOf(
		rounds,
		() => ({ ...given, estate: thousand }),
		(one) => readAll(advise(one)),
		60,
	);
	const [small, middle, large] = [1000, 10_000, 100_000].map(firstAct) as [FirstAct, FirstAct, FirstAct];
	const growth = Math.log10(median(large.warm) / large.yard / (median(middle.warm) / middle.yard));
	return [
		timeRow(
			'the demo: advise and compose',
			timesOf(rounds, () => demo, composed),
			20,
		),
		timeRow('1,000 sources: advise, after 60 runs', warm, 15),
		coldRow('1,000 sources: advise, as the first act of a process', small, 60),
		warmRow('10,000 sources: advise', middle),
		warmRow('100,000 sources: advise', large, 350),
		coldRow('100,000 sources: advise, as the first act of a process', large, 800),
		anewRow('100,000 sources: advise anew for another deadline', large.anew.deadline, large.yard, 50),
		anewRow(
			'100,000 sources: advise anew for another freshness, which gates read',
			large.anew.freshness,
			large.yard,
			50,
		),
		anewRow(
			'100,000 sources: advise anew for another hourly rate, which touches every cost',
			large.anew.cost,
			large.yard,
			100,
		),
		{ title: '100,000 sources: held beyond the estate', figure: large.held, unit: 'MB', wanted: 150 },
		{ title: 'growth from 10,000 to 100,000 sources, exponent', figure: growth, unit: '', wanted: 1.05 },
	];
}

/** Plans an estate in a process that has done nothing else. */
function firstAct(count: number): FirstAct {
	const script = fileURLToPath(new URL('measuring/first-act.ts', import.meta.url));
	const { stdout } = spawnSync(process.execPath, ['--expose-gc', script, String(count)], { encoding: 'utf8' });
	return JSON.parse(stdout) as FirstAct;
}

const coldRow = (title: string, { cold, yard }: FirstAct, wanted: number): Row => ({
	title,
	figure: cold,
	unit: 'ms',
	ratio: cold / yard,
	wanted,
});

const anewRow = (title: string, times: readonly number[], yard: number, wanted: number): Row => ({
	title,
	figure: median(times),
	unit: 'ms',
	ratio: quantile(times, 0.25) / yard,
	wanted,
});

const warmRow = (title: string, { warm, yard }: FirstAct, wanted?: number): Row => ({
	title,
	figure: median(warm),
	unit: 'ms',
	ratio: quantile(warm, 0.25) / yard,
	...(wanted !== undefined && { wanted }),
});
