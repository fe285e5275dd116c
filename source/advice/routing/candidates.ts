import type { Place, Source } from '../../estate/estate.ts';
import type { Outcome } from '../../rules/condition.ts';
import type { Candidate, Estimate, Leg } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { type CompiledCost, type Reckoned, weigh } from '../ground/kernel.ts';
import { followsFrom } from '../ground/read-facts.ts';
import type { Carrier, Entry, Need } from './arrange.ts';
import { layLine } from './path-options.ts';
import { beyond } from './rank.ts';

const outcomes: readonly Outcome[] = ['fails', 'unknown', 'holds'];

/** The legs of a route in order of travel, its line first. */
export function legsOf({ route, option }: Entry): readonly Leg[] {
	const line = option?.path?.blueprint.leg;
	return line ? [line, ...route.blueprint.legs] : route.blueprint.legs;
}

/** A route judged for a source, with its numbers. Weighs the entry anew on the row, under its own line. */
export function candidateOf(
	ground: Ground,
	{ source, row, need }: { readonly source: Source; readonly row: number; readonly need: Need },
	entry: Entry,
	part: Carrier['part'],
): Candidate {
	const { route, option } = entry;
	const { blueprint, gates } = route;
	if (option) layLine(option, row);
	const weighed = { ...entry.weighed };
	weigh(route, row, option?.lead ?? 0, ground.money, weighed);
	const failed = gates[weighed.failed];
	return {
		route: legsOf(entry),
		carries: part,
		access: blueprint.access,
		strategy: blueprint.strategy,
		outcome: outcomes[Math.min(weighed.outcome, option?.weighed.outcome ?? 2)] ?? 'unknown',
		assuming: assumingOf(ground, source, entry),
		...(failed && { failed: { service: failed.by, because: failed.because, source: failed.source } }),
		estimate: estimateOf(row, entry, part),
		late: part === 'changes' ? 0 : beyond(weighed.time, need.deadline),
		stale: part === 'history' ? 0 : beyond(weighed.age, need.freshness),
		dollars: weighed.dollars,
	};
}

/** The numbers of a route on a row whose line is laid. What has no meaning for the part, or is unknown, is left out. */
export function estimateOf(row: number, { route, option }: Entry, part: Carrier['part']): Estimate {
	return stated({
		lead: Math.max(route.lead(row), option?.lead ?? 0),
		firstData: route.firstData(row),
		...(part !== 'changes' && { complete: route.complete(row) }),
		...(part !== 'history' && { freshness: route.freshness(row) }),
		...expensesOf(route, row),
	});
}

/** What a route or path costs on a row, money and work apart. */
export function expensesOf({ costs, effortOnce, effortMonthly }: Reckoned, row: number): Required<Expenses> {
	return {
		once: paid(costs, 'once', row),
		monthly: paid(costs, 'month', row),
		effortOnce: effortOnce(row),
		effortMonthly: effortMonthly(row),
	};
}

type Expenses = Pick<Estimate, 'once' | 'monthly' | 'effortOnce' | 'effortMonthly'>;

const paid = (costs: readonly CompiledCost[], per: CompiledCost['per'], row: number): number =>
	costs.reduce((total, cost) => (cost.per === per ? total + cost.rate * cost.reckon(row) : total), 0);

/** An estimate without what is unknown. */
export const stated = (numbers: Required<Estimate> | Estimate): Estimate =>
	Object.fromEntries(Object.entries(numbers).filter(([, value]) => !Number.isNaN(value)));

/** Facts of a route and its line whose value nobody stated, in the order in which rules read them. */
function assumingOf({ read, given, places }: Ground, source: Source, { route, option }: Entry): readonly string[] {
	const assumed = (facts: Iterable<string>, about: Source | Place | undefined) =>
		[...facts]
			.flatMap((fact) => followsFrom[fact] ?? [fact])
			.filter((fact) => given.vocabulary[fact]?.assume !== undefined && read(about, fact)?.from === 'assumed');
	const place = places.get(source.place);
	return [...new Set([...assumed(route.inputs, source), ...assumed(option?.path?.inputs ?? [], place)])];
}
