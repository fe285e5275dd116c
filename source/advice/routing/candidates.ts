import type { Place, Source } from '../../estate/estate.ts';
import type { Outcome } from '../../rules/condition.ts';
import type { Column } from '../../rules/table.ts';
import type { Candidate, Estimate, Leg } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { type CompiledCost, type Path, passes, type Reckoned, type Route, unweighed } from '../ground/kernel.ts';
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

/** A planned source, as far as routes are judged for it. */
interface Judged {
	readonly source: Source;
	readonly row: number;
	readonly need: Need;
}

/** A route judged for a source, with its numbers, of an entry that was weighed for its row just now. */
export function weighedCandidate(
	ground: Ground,
	{ source, row, need }: Judged,
	entry: Entry,
	part: Carrier['part'],
): Candidate {
	const {
		route: { blueprint, gates },
		option,
		weighed,
	} = entry;
	if (option) layLine(option, row);
	const failed = gates[weighed.failed];
	return {
		route: legsOf(entry),
		carries: part,
		access: blueprint.access,
		strategy: blueprint.strategy,
		outcome: outcomeWith(weighed.outcome, entry),
		assuming: assumingOf(ground, { source, row }, entry),
		...(failed && { failed: { service: failed.by, because: failed.because, source: failed.source } }),
		estimate: estimateOf(row, entry, part),
		late: part === 'changes' ? 0 : beyond(weighed.time, need.deadline),
		stale: part === 'history' ? 0 : beyond(weighed.age, need.freshness),
		dollars: weighed.dollars,
	};
}

/** How certain a route is on a row whose line is laid. */
export function outcomeOn(row: number, entry: Entry): Outcome {
	const into = unweighed();
	passes(entry.route.gates, row, into);
	return outcomeWith(into.outcome, entry);
}

const outcomeWith = (own: number, { option }: Entry): Outcome =>
	outcomes[Math.min(own, option?.weighed.outcome ?? 2)] ?? 'unknown';

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
export function stated({
	lead = Number.NaN,
	firstData = Number.NaN,
	complete = Number.NaN,
	freshness = Number.NaN,
	once = Number.NaN,
	monthly = Number.NaN,
	effortOnce = Number.NaN,
	effortMonthly = Number.NaN,
}: Estimate): Estimate {
	const known: { -readonly [K in keyof Estimate]: number } = {};
	if (!Number.isNaN(lead)) known.lead = lead;
	if (!Number.isNaN(firstData)) known.firstData = firstData;
	if (!Number.isNaN(complete)) known.complete = complete;
	if (!Number.isNaN(freshness)) known.freshness = freshness;
	if (!Number.isNaN(once)) known.once = once;
	if (!Number.isNaN(monthly)) known.monthly = monthly;
	if (!Number.isNaN(effortOnce)) known.effortOnce = effortOnce;
	if (!Number.isNaN(effortMonthly)) known.effortMonthly = effortMonthly;
	return known;
}

/** Facts of a route and its line whose value nobody stated, in the order in which rules read them. */
export function assumingOf(
	ground: Ground,
	{ source, row }: { readonly source: Source; readonly row: number },
	{ route, option }: Entry,
): readonly string[] {
	const own = assumedOn(ground, route, row, source);
	if (!option?.path) return own;
	const place = ground.places.get(source.place);
	return [
		...new Set([...own, ...assumedOn(ground, option.path, place ? ground.rowOf(place) : ground.workload, place)]),
	];
}

/** Facts for which something is assumed, with the column that tells whether it is; without one they are read. */
type Assumable = readonly (readonly [fact: string, column: Column | undefined])[];

const assumable = new WeakMap<Route | Path, Assumable>();

function assumedOn(
	ground: Ground,
	of: Route | Path,
	row: number,
	about: Source | Place | undefined,
): readonly string[] {
	const known = assumable.get(of) ?? assumableOf(ground, of);
	assumable.set(of, known);
	const found: string[] = [];
	for (const [fact, column] of known)
		if (column ? column.open[row] === 1 : ground.read(about, fact)?.from === 'assumed') found.push(fact);
	return found;
}

function assumableOf({ given, table }: Ground, { inputs }: Route | Path): Assumable {
	const facts = new Set([...inputs].flatMap((fact) => followsFrom[fact] ?? [fact]));
	return [...facts]
		.filter((fact) => given.vocabulary[fact]?.assume !== undefined)
		.map((fact) => [fact, table.columns.get(fact)] as const);
}
