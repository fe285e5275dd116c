import { arrange, type Choice, choiceOf, type Need } from '../routing/arrange.ts';
import type { Outlook } from '../routing/outlook.ts';
import type { Planned, PlannedPlace } from '../routing/plan-places.ts';

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
export function standAlone(places: readonly PlannedPlace[], strategy: string): Alone {
	const own = ownRoutes(strategy);
	let without = 0;
	let because: string | undefined;
	for (const { planned } of places) {
		for (const one of planned) {
			if (!one.arrangement || own.carries(one)) continue;
			without += 1;
			because ??= own.because(one.outlook);
		}
	}
	if (without > 0) return { without, ...(because !== undefined && { because }), late: 0, stale: 0, dollars: 0 };
	const sums = places.map((place) => sumOf(place, own.choiceOf));
	const total = (key: keyof Sum) => sums.reduce((sum, one) => sum + one[key], 0);
	return { without, late: total('late'), stale: total('stale'), dollars: total('dollars') };
}

interface Sum {
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
}

function sumOf({ planned }: PlannedPlace, choice: (outlook: Outlook) => Choice): Sum {
	let [late, stale, dollars] = [0, 0, 0];
	for (const { arrangement, outlook, row, need } of planned) {
		if (!arrangement) continue;
		outlook.weigh(row);
		const way = arrange(choice(outlook), need);
		if (!way) continue;
		late += (way.late || 0) - (arrangement.late || 0);
		stale += (way.stale || 0) - (arrangement.stale || 0);
		dollars += way.dollars - arrangement.dollars;
	}
	return { late, stale, dollars };
}

/** The routes of a strategy among those of an outlook; whether they carry what is needed does not hang on amounts. */
function ownRoutes(strategy: string) {
	const choices = new Map<Outlook, Choice>();
	const carrying = new Map<Outlook, (boolean | undefined)[]>();
	const choice = (outlook: Outlook): Choice => {
		const known = choices.get(outlook) ?? choiceOf(outlook.choice.all.filter(({ route }) => serves(route)));
		choices.set(outlook, known);
		return known;
	};
	const serves = (route: Outlook['entries'][number]['route']) => route.blueprint.strategy === strategy;
	return {
		choiceOf: choice,
		carries: ({ outlook, need }: Planned): boolean => {
			let known = carrying.get(outlook);
			if (!known) {
				known = [];
				carrying.set(outlook, known);
			}
			const shape = shapeOf(need);
			const found = known[shape] ?? arrange(choice(outlook), need) !== undefined;
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
