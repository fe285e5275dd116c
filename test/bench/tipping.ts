import { choicesOf } from '../../source/advice/forced.ts';
import { layGround } from '../../source/advice/ground.ts';
import { planPlaces } from '../../source/advice/plan-places.ts';
import { stagedFlows } from '../../source/advice/scene.ts';
import { tippingPoints } from '../../source/advice/tipping.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { timed, yardstick } from './measuring/timing.ts';

/** Where the routes of a plan would turn. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const given = { estate: await demoEstate(), answers: noAnswers, ...own, today };
	const choices = choicesOf(given);
	const each: number[] = [];
	const all: number[] = [];
	const yards: number[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		const ground = layGround(given);
		const flows = stagedFlows(ground, planPlaces(ground, choices), choices);
		const yard = yardstick();
		const times = flows.map(([flow, scene]) => timed(() => tippingPoints(ground, flow, scene)));
		if (round === 0) continue;
		yards.push(yard);
		each.push(...times);
		all.push(times.reduce((sum, time) => sum + time, 0));
	}
	return [
		timeRow('the demo: tipping points of a flow, 95 of 100 within', { times: each, yards }, 2, 0.95),
		timeRow('the demo: tipping points of all flows', { times: all, yards }),
	];
}
