import type { Estimate, Leg } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { needReader } from '../ground/need.ts';
import { expensesOf, stated } from '../routing/candidates.ts';
import { groupFlows } from '../routing/flows.ts';
import type { Choices } from '../routing/forced.ts';
import { type LinePlan, wayAt } from '../routing/line-plan.ts';
import { type Line, layLines, type PathOption } from '../routing/path-options.ts';
import type { PlannedPlace } from '../routing/plan-places.ts';
import { compareStandings } from '../routing/settle.ts';
import { type LineSum, nobody, standingFrom, sumUnder } from '../routing/standing.ts';
import { addFlows, type FlowSum } from './flow-sums.ts';

/** What the sources of a place come to under one line it could have. */
interface UnderLine {
	readonly option: Line;
	readonly sum: LineSum;
	readonly flows: Map<string, FlowSum>;
	/** Ids of the sources that no route serves. */
	readonly without: string[];
	/** What the line costs, and how long it takes to have it. */
	readonly estimate: Estimate;
}

const noneYet = (): Omit<UnderLine, 'option' | 'estimate'> => ({ sum: nobody(), flows: new Map(), without: [] });

/** A place as far as its sources were seen: under every line that passes, since only all of them together decide which is best. */
export interface PlaceSum {
	readonly id: string;
	/** By the order of the line. */
	readonly lines: ReadonlyMap<number, UnderLine>;
	/** Sources that an answer leaves out. */
	readonly leftOut: readonly string[];
}

/** Adds some sources of a place to those before them. */
export function addPlace(
	ground: Ground,
	place: PlannedPlace,
	choices: Choices,
	before: PlaceSum | undefined,
): PlaceSum {
	const { id, options, plans, rows, leftOut } = place;
	const readNeed = needReader(ground.table);
	const lines = [...plans].map(([option, plan]): readonly [number, UnderLine] => {
		const known = before?.lines.get(option.order) ?? noneYet();
		if (options.length > 1) layLines(option, rows);
		const sum = sumUnder(ground, option, { rows, plan, readNeed }, known.sum);
		// What AWS gives itself is shared with nobody, so nobody asks what travels over it.
		if (!option.path) for (const list of [sum.bits, sum.deadlines]) list.length = 0;
		addFlows(ground, groupFlows(ground, [over(place, option, plan)], choices), known.flows);
		for (let index = 0; index < rows.length; index++) {
			if (!wayAt(plan, index)) known.without.push(ground.sources[rows[index] as number]?.id ?? '');
		}
		const estimate = option.path ? stated({ lead: option.lead, ...expensesOf(option.path, place.row) }) : {};
		const against = (option.against ?? 0) + (before?.lines.get(option.order)?.option.against ?? 0);
		const line = { option: { ...bare(option), against }, estimate };
		return [option.order, { ...line, sum, flows: known.flows, without: known.without }];
	});
	return {
		id,
		lines: new Map(lines),
		leftOut: [...(before?.leftOut ?? []), ...leftOut.map((source) => source.id)],
	};
}

/** The place as it would be over a line. */
const over = (placed: PlannedPlace, option: PathOption, plan: LinePlan): PlannedPlace => ({ ...placed, option, plan });

/** A line without what is compiled for it, which would hold the table of the sources that were planned. */
function bare({ path, order, gives, lead, weighed }: PathOption): Line {
	const given = gives.map(({ column: { fact }, value }) => ({ column: { fact }, value }));
	return { ...(path && { path: { blueprint: path.blueprint } }), order, gives: given, lead, weighed };
}

/** A place whose sources were all seen: its line, the flows over it, and the sources that nothing carries. */
export interface RoutedPlace {
	readonly id: string;
	/** The line chosen for it; absent when it has none of its own. */
	readonly line?: Leg;
	/** What that line costs, and how long it takes to have it. */
	readonly estimate: Estimate;
	readonly flows: readonly FlowSum[];
	/** Ids of the sources that no route serves, and of those that an answer leaves out. */
	readonly without: readonly string[];
	readonly leftOut: readonly string[];
}

/** Chooses the line of a place, as it is chosen where all sources are looked at at once. */
export function settled({ id, lines, leftOut }: PlaceSum): RoutedPlace {
	const [first, ...others] = [...lines.values()].toSorted((a, b) => a.option.order - b.option.order);
	const standings = (one: UnderLine) => standingFrom(one.option, one.sum);
	const best = others.reduce(
		(least, one) => (compareStandings(standings(one), standings(least)) < 0 ? one : least),
		first as UnderLine,
	);
	const line = best.option.path?.blueprint.leg;
	const flows = [...best.flows.values()];
	return { id, ...(line && { line }), estimate: best.estimate, flows, without: best.without, leftOut };
}
