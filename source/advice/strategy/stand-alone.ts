import type { Answers } from '../../estate/answers.ts';
import type { Family } from '../../facts/families.ts';
import type { Ground } from '../ground/ground.ts';
import { blankNeed, needReader } from '../ground/need.ts';
import { onceEach } from '../ground/once.ts';
import { arrange, choiceOf, type Need } from '../routing/arrange.ts';
import type { Outlook } from '../routing/outlook.ts';
import type { Pattern } from '../routing/patterns.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';
import { nothingFound, type Ranking, rankingOf } from '../routing/ranking.ts';
import type { Tally } from './tally.ts';

/** How one strategy alone would carry all sources, against what was chosen for them. */
export interface Alone {
	/** How many sources it cannot carry. */
	readonly without: number;
	/** The sentence of the gate at which the first of them fails last. */
	readonly because?: string;
	/** Seconds that it is later and staler than what was chosen, summed; dollars over the months counted, work included, that it is dearer. Only where it carries all. */
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
}

/** Arranges every planned source with the routes of one strategy alone, over the lines that were chosen. */
export function standAlone(
	ground: Ground,
	places: readonly PlannedPlace[],
	tallies: readonly Tally[],
	strategy: string,
): Alone {
	const own = ownRoutes(strategy, ground.given.answers.choices);
	const left = tallies.filter(({ outlook, need }) => !own.carries(outlook, need));
	if (left.length > 0) {
		const without = left.reduce((sum, { count }) => sum + count, 0);
		let because: string | undefined;
		for (const { outlook } of left) because ??= own.because(outlook);
		return { without, ...(because !== undefined && { because }), late: 0, stale: 0, dollars: 0 };
	}
	const sums = places.map((place) => sumOf(ground, place, own.ranking));
	const total = (key: keyof Sum) => sums.reduce((sum, one) => sum + one[key], 0);
	return { without: 0, late: total('late'), stale: total('stale'), dollars: total('dollars') };
}

interface Sum {
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
}

/** `own` gives nothing where no other route passes, so that the best of them was chosen. */
function sumOf(
	{ table, money, muster: { families } }: Ground,
	{ rows, plan }: PlannedPlace,
	own: (outlook: Outlook) => Ranking | undefined,
): Sum {
	let [late, stale, dollars] = [0, 0, 0];
	const readNeed = needReader(table);
	const need = blankNeed();
	const found = nothingFound();
	const { of: patternOf, all: patterns } = plan.patterns;
	const rankings: (Ranking | 'chosen' | undefined)[] = [];
	for (let index = 0; index < rows.length; index++) {
		if ((plan.ways.of[index] as number) < 0) continue;
		const pattern = patternOf[index] as number;
		const ranking = rankings[pattern] ?? own((patterns[pattern] as Pattern).outlook) ?? 'chosen';
		rankings[pattern] = ranking;
		if (ranking === 'chosen') continue;
		const row = rows[index] as number;
		readNeed(row, families.all[families.of[row] as number] as Family, need);
		const hour = money.hour.values[row] as number;
		ranking(need, hour, plan.merits, plan.starts[index] as number, found);
		if (!found.way) continue;
		late += (found.late || 0) - (plan.late[index] || 0);
		stale += (found.stale || 0) - (plan.stale[index] || 0);
		dollars += found.dollars - (plan.dollars[index] as number);
	}
	return { late, stale, dollars };
}

/** The routes of a strategy among those of an outlook. */
function ownRoutes(strategy: string, { routes, strategy: wanted }: Answers['choices']) {
	const free = wanted === undefined && Object.keys(routes).length === 0;
	const rankings = new Map<Outlook, Ranking>();
	const serves = (route: Outlook['entries'][number]['route']) => route.blueprint.strategy === strategy;
	const choiceIn = onceEach(({ choice }: Outlook) => choiceOf(choice.all.filter(({ route }) => serves(route))));
	const ranking = (outlook: Outlook): Ranking | undefined => {
		const { all } = outlook.choice;
		if (free && all.every(({ route }) => serves(route))) return undefined;
		const known = rankings.get(outlook) ?? rankingOf(all, choiceIn(outlook));
		rankings.set(outlook, known);
		return known;
	};
	return {
		ranking,
		/** Whether they carry what is needed, which does not hang on amounts. */
		carries: (outlook: Outlook, need: Need): boolean => {
			const own = choiceIn(outlook);
			return own.all.length > 0 && arrange(own, need) !== undefined;
		},
		because: ({ entries }: Outlook): string | undefined => {
			const own = entries.filter(({ route }) => serves(route));
			const furthest = own.reduce(
				(most, entry) => (entry.weighed.failed > (most?.weighed.failed ?? -1) ? entry : most),
				own[0],
			);
			return furthest?.route.gates[furthest.weighed.failed]?.because;
		},
	};
}
