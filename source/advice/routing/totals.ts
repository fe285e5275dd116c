import type { Reckon } from '../../rules/compile.ts';
import type { Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import type { CompiledCost } from '../ground/kernel.ts';
import type { Carrier } from './arrange.ts';
import type { FlowDraft, Passenger } from './flows.ts';

/** What a route takes for all sources of a flow: longest times, summed dollars, the work of one set-up. What one of them leaves unknown is. */
export function totalsOf(ground: Ground, { passengers, lead: { carrier, row } }: FlowDraft): Estimate {
	const { route, option } = carrier.entry;
	const folded = folder(ground, row);
	const longest = (reckon: Reckon): number => most(passengers, folded(reckon));
	const { part } = carrier;
	const numbers: Readonly<Record<keyof Estimate, number>> = {
		lead: Math.max(longest(route.lead), option?.lead ?? 0),
		firstData: longest(route.firstData),
		complete: part === 'changes' ? Number.NaN : longest(route.complete),
		freshness: part === 'history' ? Number.NaN : longest(route.freshness),
		effortOnce: longest(route.effortOnce),
		effortMonthly: longest(route.effortMonthly),
		once: paid(passengers, route.costs, 'once', folded),
		monthly: paid(passengers, route.costs, 'month', folded),
	};
	return Object.fromEntries(Object.entries(numbers).filter(([, value]) => !Number.isNaN(value)));
}

/** Gives for a term that reads nothing in which sources of one place differ its value instead. */
export function folder({ footing, stated }: Ground, row: number): (reckon: Reckon) => Reckon {
	return (reckon) => {
		if (footing.inputs.get(reckon)?.some((fact) => stated.has(fact)) !== false) return reckon;
		const value = reckon(row);
		return () => value;
	};
}

/** NaN as soon as it is for one. */
function most(passengers: readonly Passenger[], reckon: Reckon): number {
	let top = Number.NEGATIVE_INFINITY;
	for (const { row } of passengers) top = Math.max(top, reckon(row));
	return top;
}

function paid(
	passengers: readonly Passenger[],
	costs: readonly CompiledCost[],
	per: CompiledCost['per'],
	folded: (reckon: Reckon) => Reckon,
): number {
	const own = costs.filter((cost) => cost.per === per).map(({ rate, reckon }) => ({ rate, reckon: folded(reckon) }));
	let total = 0;
	for (const { row } of passengers) {
		let dollars = 0;
		for (const { rate, reckon } of own) dollars += rate * reckon(row);
		total += dollars;
	}
	return total;
}

/** The least and the largest of what is told of some passengers. */
export const least = (passengers: readonly Passenger[], pick: (one: Passenger) => number): number =>
	passengers.reduce((low, one) => Math.min(low, pick(one)), Number.POSITIVE_INFINITY);
export const largest = (passengers: readonly Passenger[], pick: (one: Passenger) => number): number =>
	passengers.reduce((high, one) => Math.max(high, pick(one)), Number.NEGATIVE_INFINITY);

/** The dollars of a carrier's route for all sources of a flow, over the months counted, work included. */
export const dollarsOf = (passengers: readonly { readonly carrier: Carrier }[]): number =>
	passengers.reduce((total, { carrier }) => total + carrier.dollars, 0);
