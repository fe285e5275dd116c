import type { Estimate } from '../../advice/advice.ts';
import type { FlowSum } from '../../advice/streamed/flow-sums.ts';
import type { RoutedPlace } from '../../advice/streamed/place-sums.ts';
import { clean } from '../../facts/clean.ts';
import { planEstimate } from '../../plan/estimate.ts';
import { sentence } from '../../plan/sentences.ts';
import type { Routes } from './routes.ts';

/** When and by what routes were planned: an ISO date, `headwater 0.1.0`. */
export interface Made {
	readonly asOf: string;
	readonly madeBy: string;
}

/** What all flows and lines come to: dollars once and a month without work, hours of work. */
export function sumOf(places: readonly RoutedPlace[]): Required<Pick<Estimate, 'once' | 'monthly'>> & Estimate {
	const all = places.flatMap(({ estimate, flows }) => [estimate, ...flows.map((flow) => flow.estimate)]);
	const sum = (part: keyof Estimate): number => all.reduce((total, estimate) => total + (estimate[part] ?? 0), 0);
	return {
		once: sum('once'),
		monthly: sum('monthly'),
		effortOnce: sum('effortOnce'),
		effortMonthly: sum('effortMonthly'),
	};
}

/** routes.json in parts, a flow a line: a text of all of them would be too long. */
export function* routesText({ places, sources, why }: Routes, made: Made): Generator<string, void, undefined> {
	const head = { version: 1, ...made, sources, estimate: planEstimate(sumOf(places)) };
	yield `{\n${Object.entries(head)
		.map(([key, value]) => `\t"${key}": ${JSON.stringify(value)}`)
		.join(',\n')},\n`;
	const told = places.map(({ id, line, estimate }) => ({
		id,
		...(line && { line }),
		estimate: planEstimate(estimate),
	}));
	yield `\t"places": [\n${told.map((place) => `\t\t${JSON.stringify(place)}`).join(',\n')}\n\t],\n\t"flows": [`;
	let before = '\n';
	for (const { id, flows } of places) {
		for (const flow of flows) {
			yield `${before}\t\t${flowText(id, flow, why(flow))}`;
			yield flow.ids().join(',');
			yield ']}';
			before = ',\n';
		}
	}
	yield '\n\t],\n\t"unserved": [';
	before = '\n';
	for (const { id, without, leftOut } of places) {
		if (without.length + leftOut.length === 0) continue;
		yield `${before}\t\t${JSON.stringify({ place: id, withoutRoute: without, leftOut })}`;
		before = ',\n';
	}
	yield '\n\t]\n}\n';
}

/** A flow up to the list of its sources, which stands last. */
function flowText(place: string, flow: FlowSum, why: ReturnType<Routes['why']>): string {
	const { route, carries, access, strategy, outcome, assuming, estimate, late, stale, count, largest } = flow;
	const told = {
		...{ place, route, carries, access, strategy, outcome, assuming },
		estimate: planEstimate(estimate),
		...(late > 0 && { late: Math.round(late) }),
		...(stale > 0 && { stale: Math.round(stale) }),
		...{ count, largest: largest.source.id },
		reasons: (why?.reasons ?? []).map((reason) => clean(sentence(reason))),
		rejected: (why?.rejected ?? []).map(({ service, reason }) => ({ service, reason: clean(sentence(reason)) })),
		alternatives: (why?.alternatives ?? []).map(({ candidate, reason }) => ({
			route: candidate.route,
			reason: clean(sentence(reason)),
		})),
	};
	return `${JSON.stringify(told).slice(0, -1)},"sources":[`;
}
