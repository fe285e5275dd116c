import type { Ground } from '../ground/ground.ts';
import { blankNeed, needReader } from '../ground/need.ts';
import { choiceOf, type Need } from '../routing/arrange.ts';
import { patternAt, wayAt } from '../routing/line-plan.ts';
import { meritsEach } from '../routing/merits.ts';
import type { Outlook } from '../routing/outlook.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';
import { nothingFound, type Ranking, rankingOf } from '../routing/ranking.ts';

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
export function standAlone(ground: Ground, places: readonly PlannedPlace[], strategy: string): Alone {
	const own = ownRoutes(strategy);
	const readNeed = needReader(ground.table);
	const need = blankNeed();
	let without = 0;
	let because: string | undefined;
	for (const { rows, plan } of places) {
		for (let index = 0; index < rows.length; index++) {
			if (!wayAt(plan, index)) continue;
			const { outlook } = patternAt(plan, index);
			readNeed(rows[index] as number, familyOf(ground, rows[index] as number), need);
			if (own.carries(outlook, need)) continue;
			without += 1;
			because ??= own.because(outlook);
		}
	}
	if (without > 0) return { without, ...(because !== undefined && { because }), late: 0, stale: 0, dollars: 0 };
	const sums = places.map((place) => sumOf(ground, place, own.ranking));
	const total = (key: keyof Sum) => sums.reduce((sum, one) => sum + one[key], 0);
	return { without, late: total('late'), stale: total('stale'), dollars: total('dollars') };
}

const familyOf = ({ sources }: Ground, row: number) => (sources[row] as Ground['sources'][number]).family;

interface Sum {
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
}

function sumOf(ground: Ground, { rows, plan }: PlannedPlace, ranking: (outlook: Outlook) => Ranking): Sum {
	let [late, stale, dollars] = [0, 0, 0];
	const readNeed = needReader(ground.table);
	const need = blankNeed();
	const found = nothingFound();
	for (let index = 0; index < rows.length; index++) {
		if (!wayAt(plan, index)) continue;
		const row = rows[index] as number;
		readNeed(row, familyOf(ground, row), need);
		const { outlook } = patternAt(plan, index);
		ranking(outlook)(need, plan.merits, plan.starts[index] as number, found);
		if (!found.way) continue;
		late += (found.late || 0) - (plan.late[index] || 0);
		stale += (found.stale || 0) - (plan.stale[index] || 0);
		dollars += found.dollars - (plan.dollars[index] as number);
	}
	return { late, stale, dollars };
}

/** The routes of a strategy among those of an outlook; whether they carry what is needed does not hang on amounts. */
function ownRoutes(strategy: string) {
	const rankings = new Map<Outlook, Ranking>();
	const carrying = new Map<Outlook, (boolean | undefined)[]>();
	const serves = (route: Outlook['entries'][number]['route']) => route.blueprint.strategy === strategy;
	const ranking = (outlook: Outlook): Ranking => {
		const { all } = outlook.choice;
		const known = rankings.get(outlook) ?? rankingOf(all, choiceOf(all.filter(({ route }) => serves(route))));
		rankings.set(outlook, known);
		return known;
	};
	const carries = (outlook: Outlook, need: Need): boolean => {
		const found = nothingFound();
		ranking(outlook)(need, new Float64Array(outlook.choice.all.length * meritsEach), 0, found);
		return found.way !== undefined;
	};
	return {
		ranking,
		carries: (outlook: Outlook, need: Need): boolean => {
			const known = carrying.get(outlook) ?? [];
			carrying.set(outlook, known);
			const shape = shapeOf(need);
			const found = known[shape] ?? carries(outlook, need);
			known[shape] = found;
			return found;
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

/** What is needed, whatever the times, as a number from 0 to 31. */
const shapeOf = ({ history, changes, train, computed = false, raw = false }: Need): number =>
	Number(history) + 2 * Number(changes) + 4 * Number(train) + 8 * Number(computed) + 16 * Number(raw);
