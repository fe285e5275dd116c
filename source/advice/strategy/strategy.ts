import type { StrategyRecord } from '../../catalog/record.ts';
import type { Family } from '../../facts/families.ts';
import type { AdvisedStrategy, Tipping } from '../advice.ts';
import { counted, dollars, listed, sentence, time } from '../explaining/words.ts';
import type { Ground } from '../ground/ground.ts';
import { compileGates, passes, unweighed } from '../ground/kernel.ts';
import { lazyKind } from '../ground/lazy-kind.ts';
import { blankNeed, needReader } from '../ground/need.ts';
import { once } from '../ground/once.ts';
import type { Strata } from '../ground/strata.ts';
import { availabilityGates, titleOf } from '../routing/gates.ts';
import { wayAt } from '../routing/line-plan.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';
import type { Way } from '../routing/ways.ts';
import type { Turn } from '../tipping/tipping.ts';
import { standAlone } from './stand-alone.ts';
import { type Tally, tallied } from './tally.ts';

/**
The strategy of the whole: that of the routes when they agree, else the mix that covers them, as a person chose it where the
routes follow. With what speaks for it, why not each other, and the tipping points at which a route changes its strategy.
*/
export function adviseStrategy(
	ground: Ground,
	places: readonly PlannedPlace[],
	{ turns, strata }: { readonly turns: () => readonly Turn[]; readonly strata: () => Strata },
): AdvisedStrategy {
	const { strategies } = ground.given.catalog;
	const tallies = tallied(ground, places);
	const served = servedIn(ground, places, tallies);
	const bySource = () => {
		const found: Record<string, string> = {};
		served.each((row, of) => {
			found[ground.sources[row]?.id ?? ''] = of.mix();
		});
		return found;
	};
	const changes = () => changesOf(turns());
	const serving = served.counts;
	const used = new Set(serving.keys());
	const { strategy: chosen } = ground.given.answers.choices;
	const record = chosen === undefined ? undefined : strategies[chosen];
	const followed = record !== undefined && [...used].every((id) => (record.mixes ?? [chosen]).includes(id));
	const id = followed && chosen !== undefined ? chosen : mixOf(ground, [...used]);
	const reasons = () => [
		...chosenReasons(ground, { chosen, followed, used }),
		...sharesOf(ground, served.many, serving),
		...strengthsOf(ground, strata(), id, places),
	];
	const rejected = () =>
		Object.entries(strategies)
			.filter(([other]) => other !== id)
			.map(([other, one]) => ({
				id: other,
				reason: whyNotAlone(ground, places, [other, one], { used, many: served.many, tallies }),
			}));
	return strategyOf({ id: () => id, reasons, rejected, bySource, changes });
}

const strategyOf = lazyKind<AdvisedStrategy>(['id', 'reasons', 'rejected', 'bySource', 'changes']);

/** The strategies that serve a source, and the mix they are. */
interface Served {
	readonly strategies: readonly string[];
	readonly mix: () => string;
}

/** How many sources each strategy serves, in the order in which they first occur, and by which strategies each is served. */
function servedIn(ground: Ground, places: readonly PlannedPlace[], tallies: readonly Tally[]) {
	const known = [new Map<Way, Served>(), new Map<Way, Served>()] as const;
	const servedOf = (way: Way, train: boolean): Served => {
		const own = known[train ? 1 : 0];
		const served = own.get(way) ?? servedBy(ground, way, train);
		own.set(way, served);
		return served;
	};
	const counts = new Map<Served, number>();
	for (const { way, need, count } of tallies) {
		const served = servedOf(way, need.train);
		counts.set(served, (counts.get(served) ?? 0) + count);
	}
	const byStrategy = new Map<string, number>();
	for (const [{ strategies }, count] of counts)
		for (const id of strategies) byStrategy.set(id, (byStrategy.get(id) ?? 0) + count);
	const each = (see: (row: number, served: Served) => void): void => {
		const readNeed = needReader(ground.table);
		const need = blankNeed();
		const { families } = ground.muster;
		for (const { rows, plan } of places) {
			for (let index = 0; index < rows.length; index++) {
				const way = wayAt(plan, index);
				if (!way) continue;
				const row = rows[index] as number;
				readNeed(row, families.all[families.of[row] as number] as Family, need);
				see(row, servedOf(way, need.train));
			}
		}
	};
	return { many: tallies.reduce((sum, { count }) => sum + count, 0), counts: byStrategy, each };
}

/** What is kept beside a stream on which no model trains is no strategy of its own. */
function servedBy(ground: Ground, { carriers }: Way, train: boolean): Served {
	const meant = carriers.filter(({ purpose }) => purpose !== 'keep' || train);
	const strategies = [...new Set(meant.map(({ entry }) => entry.route.blueprint.strategy))];
	return { strategies, mix: once(() => mixOf(ground, strategies)) };
}

/** The one strategy, or the smallest mix that covers all; without any source the first that is no mix. */
function mixOf({ given }: Ground, used: readonly string[]): string {
	const all = Object.entries(given.catalog.strategies);
	const [only] = used;
	if (used.length === 0) return all.find(([, { mixes }]) => !mixes)?.[0] ?? '';
	if (used.length === 1 && only !== undefined) return only;
	const covering = all
		.filter(([, { mixes = [] }]) => used.every((id) => mixes.includes(id)))
		.toSorted(([, a], [, b]) => (a.mixes?.length ?? 0) - (b.mixes?.length ?? 0));
	return covering[0]?.[0] ?? only ?? '';
}

function chosenReasons(
	{ given }: Ground,
	{ chosen, followed, used }: { chosen: string | undefined; followed: boolean; used: ReadonlySet<string> },
): readonly string[] {
	if (chosen === undefined) return [];
	const title = titleOf(given.catalog, chosen);
	if (followed) return [`${title} was chosen by a person.`];
	const others = [...used].filter((id) => id !== chosen).map((id) => titleOf(given.catalog, id));
	return [`${title} was chosen by a person, but does not carry every source; ${listed(others)} carries the rest.`];
}

function sharesOf({ given }: Ground, planned: number, serving: ReadonlyMap<string, number>): readonly string[] {
	if (planned === 0) return ['No source is planned yet.'];
	const shares = Object.keys(given.catalog.strategies)
		.filter((id) => serving.has(id))
		.map(
			(id) => `${titleOf(given.catalog, id)} serves ${serving.get(id)} of ${planned} source${planned === 1 ? '' : 's'}`,
		);
	return [`By what is best for each source: ${listed(shares)}.`];
}

function strengthsOf(
	{ given }: Ground,
	{ judge }: Strata,
	id: string,
	places: readonly PlannedPlace[],
): readonly string[] {
	const strengths = given.catalog.strategies[id]?.strengths ?? [];
	return strengths
		.filter(({ when }) => {
			if (!when) return true;
			const test = judge(when);
			return places.some(({ rows, plan }) => rows.some((row, index) => wayAt(plan, index) && test(row) === 2));
		})
		.map(({ says }) => says);
}

function whyNotAlone(
	ground: Ground,
	places: readonly PlannedPlace[],
	[id, record]: readonly [string, StrategyRecord],
	{
		used,
		many,
		tallies,
	}: { readonly used: ReadonlySet<string>; readonly many: number; readonly tallies: readonly Tally[] },
): string {
	const { given, footing, workload } = ground;
	const gates = compileGates(availabilityGates(id, record.availability, given.today, given.catalog), footing);
	const into = unweighed();
	passes(gates, workload, into);
	const closed = gates[into.failed];
	if (closed) return sentence(closed.because);
	if (record.mixes) {
		if (used.size > 1) return 'A smaller mix carries everything.';
		return 'One strategy carries every source; nothing has to be mixed.';
	}
	const alone = standAlone(ground, places, tallies, id);
	if (alone.without > 0) {
		const who = alone.without === many ? 'any source' : `${alone.without} of ${many} sources`;
		const why = alone.because ?? 'no service reads its family in this way';
		return `It cannot carry ${who}${alone.without === 1 && many > 1 ? '' : ', the first of them'} because ${why}.`;
	}
	if (alone.late > 0) return `With it alone data would be ${time(alone.late)} later.`;
	if (alone.stale > 0) return `With it alone data would be ${time(alone.stale)} older than it may be.`;
	if (alone.dollars >= 1) {
		return `It alone would cost ${dollars(ground, alone.dollars)} more over ${counted(ground, workload)}, work included.`;
	}
	return 'It alone is no better in time, age and cost.';
}

/** The nearest turn of each fact in each direction at which a strategy changes. */
function changesOf(turns: readonly Turn[]): readonly Tipping[] {
	const nearest = new Map<string, Turn>();
	for (const turn of turns) {
		if (!turn.otherStrategy) continue;
		const key = `${turn.fact}|${turn.direction}`;
		const known = nearest.get(key);
		const isNearer = known && (turn.direction === 'above' ? turn.at < known.at : turn.at > known.at);
		if (!known || isNearer) nearest.set(key, turn);
	}
	return [...nearest.values()].map(({ fact, direction, at, becomes }) => ({ fact, direction, at, becomes }));
}
