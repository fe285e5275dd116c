import { layGround } from '../../source/advice/ground/ground.ts';
import { choicesOf } from '../../source/advice/routing/forced.ts';
import { planPlaces } from '../../source/advice/routing/plan-places.ts';
import { stagedFlows } from '../../source/advice/tipping/scene.ts';
import { tippingPoints } from '../../source/advice/tipping/tipping.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { quantile, timed, yardstick } from './measuring/timing.ts';

/** Where the routes of a plan would turn. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const given = { estate: await demoEstate(), answers: noAnswers, ...own, today };
	const choices = choicesOf(given);
	const ofFlow = new Map<number, number[]>();
	const all: number[] = [];
	const yards: number[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		const ground = layGround(given);
		const flows = stagedFlows(ground, planPlaces(ground, choices), choices);
		const yard = yardstick();
		const times = flows.map(([flow, scene]) => timed(() => tippingPoints(ground, flow, scene)));
		if (round === 0) continue;
		yards.push(yard);
		for (const [flow, time] of times.entries()) ofFlow.set(flow, [...(ofFlow.get(flow) ?? []), time]);
		all.push(times.reduce((sum, time) => sum + time, 0));
	}
	const each = [...ofFlow.values()].map((times) => quantile(times, 0.25));
	const figure = quantile(each, 0.95);
	const ratio = figure / quantile(yards, 0.25);
	return [
		{ title: 'the demo: tipping points of a flow, 95 of 100 within', figure, unit: 'ms', ratio, wanted: 2 },
		timeRow('the demo: tipping points of all flows', { times: all, yards }),
	];
}
