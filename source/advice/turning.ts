import type { Entry } from './arrange.ts';
import type { Ground } from './ground.ts';
import { type CompiledGate, passes, unweighed } from './kernel.ts';

/** Weighs a route anew where only some facts turn; its line, if it needs one, must be laid on the row. */
export type Reweigh = () => void;

/**
Prepares a route for trials in which only the `touched` facts change: what reads none of them is weighed once, here. Gives
`fails` when it fails whatever they are, `stays` when they are nothing to it. `months` and `hour` touched touch all dollars.
*/
export function turningOf(
	{ money }: Ground,
	row: number,
	{ route, option, weighed }: Entry,
	touched: ReadonlySet<string>,
	relaid: boolean,
): Reweigh | 'fails' | 'stays' {
	const turns = (facts: readonly string[]) =>
		facts.some((fact) => touched.has(fact) || (relaid && fact.startsWith('path.')));
	const gates = route.gates.filter(({ inputs }) => turns(inputs));
	const floor = unweighed();
	passes(
		route.gates.filter((gate) => !gates.includes(gate)),
		row,
		floor,
	);
	if (floor.outcome === 0) return 'fails';
	const hour = money.hour.values;
	const months = money.months.values;
	const dearer = touched.has('cost.hour') || touched.has('cost.months');
	const costs = route.costs.filter(({ inputs }) => dearer || turns(inputs));
	const working = dearer || turns(route.reads.work);
	const timing = relaid || turns(route.reads.time);
	const ageing = turns(route.reads.age);
	if (gates.length + costs.length === 0 && !(working || timing || ageing)) {
		if (weighed.outcome > 0) return 'stays';
	}
	const paid = (cost: (typeof costs)[number]): number => {
		const dollars = cost.rate * cost.reckon(row) * (cost.per === 'once' ? 1 : (months[row] as number));
		return Number.isNaN(dollars) ? 0 : dollars;
	};
	const worked = (): number =>
		(hour[row] as number) * (route.effortOnce(row) + (months[row] as number) * route.effortMonthly(row)) || 0;
	const time = () => Math.max(route.lead(row), option?.lead ?? 0) + route.complete(row);
	const fixed = route.costs.reduce((total, cost) => (costs.includes(cost) ? total : total + paid(cost)), 0);
	const work = working ? 0 : worked();
	weighed.time = time();
	weighed.age = route.freshness(row);
	return () => {
		const outcome = least(gates, row, floor.outcome);
		weighed.outcome = outcome === 2 && option?.weighed.outcome === 1 ? 1 : outcome;
		if (outcome === 0) return;
		if (timing) weighed.time = time();
		if (ageing) weighed.age = route.freshness(row);
		let dollars = fixed + (working ? worked() : work);
		for (const cost of costs) dollars += paid(cost);
		weighed.dollars = dollars;
	};
}

function least(gates: readonly CompiledGate[], row: number, floor: 0 | 1 | 2): 0 | 1 | 2 {
	let outcome = floor;
	for (const gate of gates) {
		const verdict = gate.test(row);
		if (verdict === 2 || (verdict === 0 && gate.quota !== undefined)) continue;
		if (verdict === 0 && gate.sure) return 0;
		outcome = 1;
	}
	return outcome;
}
