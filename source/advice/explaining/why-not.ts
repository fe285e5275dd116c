import type { Ground } from '../ground/ground.ts';
import { unweighed } from '../ground/kernel.ts';
import type { Arrangement, Entry } from '../routing/arrange.ts';
import { expensesOf, legsOf } from '../routing/candidates.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { lineWhyNot } from '../routing/lines.ts';
import { layLine } from '../routing/path-options.ts';
import { beyond, isWorse } from '../routing/rank.ts';
import { doubtsOf } from './doubts.ts';
import { cent, counted, dollars, listed, routeTitle, time, titlesOf } from './words.ts';

/** A route that could have been taken, with the best arrangement of the source that holds it. */
export interface Rival {
	readonly entry: Entry;
	/** Dollars include what its line costs more than the one that was chosen. */
	readonly way: Arrangement;
}

/** Why a route that passes, weighed for the lead just now, is not the one taken: the first thing, in the order of the ranking, in which it is worse, in numbers. */
export function whyNot(ground: Ground, flow: FlowDraft, { entry, way }: Rival): string {
	const { lead, place } = flow;
	const { arrangement, need, row, carrier } = lead;
	const { weighed, option } = entry;
	if (!arrangement) return '';
	if (option) layLine(option, row);
	const own = {
		late: carrier.part === 'changes' ? 0 : beyond(weighed.time, need.deadline),
		stale: carrier.part === 'history' ? 0 : beyond(weighed.age, need.freshness),
	};
	if (way.outcome < arrangement.outcome) return restsOn(ground, flow, { entry, way });
	if (isWorse(way.late, arrangement.late)) {
		if (Number.isNaN(way.late)) return 'Nobody knows whether it would be in time.';
		if (own.late > 0) return `It would take ${time(weighed.time)}, ${time(own.late)} beyond the deadline.`;
		return `With it the data would be there ${time(way.late)} after the deadline.`;
	}
	if (isWorse(way.stale, arrangement.stale)) {
		if (Number.isNaN(way.stale)) return 'Nobody knows how old its data would be.';
		if (own.stale > 0) return `It keeps data ${time(weighed.age)} old, ${time(own.stale)} more than may be.`;
		return `With it the data would be ${time(way.stale)} older than it may be.`;
	}
	const more = way.dollars - arrangement.dollars;
	if (more >= 1)
		return `${costs(ground, row, entry)}; over ${counted(ground, row)}, work included, that is ${dollars(ground, more)} more.`;
	const overall = option && lineWhyNot(ground, place, option.order);
	if (overall) return overall;
	return 'It is alike in time, age and cost; the first by name is taken.';
}

/** `It costs $120 a month, $30 once and 12 h of work`. */
function costs(ground: Ground, row: number, { route, option }: Rival['entry']): string {
	const { once, monthly, effortOnce, effortMonthly } = expensesOf(route, row);
	const line = option?.path && legsOf({ route, option, weighed: unweighed() })[0];
	const parts = [
		...(monthly >= cent ? [`${dollars(ground, monthly)} a month`] : []),
		...(once >= cent ? [`${dollars(ground, once)} once`] : []),
		...(effortOnce > 0 ? [`${Math.round(effortOnce)} h of work`] : []),
		...(effortMonthly > 0 ? [`${Number(effortMonthly.toPrecision(2))} h a month`] : []),
	];
	const own = parts.length > 0 ? `It costs ${listed(parts)}` : 'It costs nothing by itself';
	return line && option.weighed.dollars > 0
		? `${own}, and ${routeTitle(ground.given, [line])} comes to ${dollars(ground, option.weighed.dollars)}`
		: own;
}

/** Names what nobody said and a rival's requirements ask. */
function restsOn(ground: Ground, { lead, place }: FlowDraft, { entry, way }: Rival): string {
	const entries = [entry, ...way.carriers.map((carrier) => carrier.entry)];
	const doubts = [
		...entries.map(({ route }) => doubtsOf(ground, route.gates, lead.row)),
		doubtsOf(ground, entry.option?.path?.gates ?? [], place.row),
	];
	const missing = [...new Set(doubts.flatMap(({ missing }) => missing))];
	const unsure = doubts.flatMap(({ unsure }) => unsure)[0];
	if (missing.length > 0) return `It rests on what nobody said yet: ${listed(titlesOf(ground, missing))}.`;
	return unsure ? `It may not be possible: ${unsure}, as far as is known.` : 'It is not certain that it passes.';
}
