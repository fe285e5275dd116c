import type { Estimate, Leg } from '../advice.ts';
import { expensesOf, stated } from '../routing/candidates.ts';
import { inOrderOfParts, keyOf, sizeReader, wayReader } from '../routing/flows.ts';
import type { Choices } from '../routing/forced.ts';
import { patternAt } from '../routing/line-plan.ts';
import type { Line, PathOption } from '../routing/path-options.ts';
import { compareStandings } from '../routing/settle.ts';
import { type LineSum, nobody, standingFrom, sumUnder } from '../routing/standing.ts';
import type { Way } from '../routing/ways.ts';
import type { PlannedPart } from './batch-plans.ts';
import { addMembers, type Bearer, emptyFlow, type FlowSum, type FlowTally, flowSumOf } from './flow-sums.ts';
import type { IdStore } from './id-store.ts';

/** What the sources of a place come to under one line it could have, as far as they were seen. Mutable: every batch adds to it. */
export interface LineTally {
	option: Line;
	sum: LineSum;
	/** What the line costs, and how long it takes to have it. */
	readonly estimate: Estimate;
	readonly flows: Map<string, FlowTally>;
	/** Ids of the sources that no route serves. */
	readonly without: string[];
	/** What bears each way, for the ways of the last part. */
	bearers: Bearers;
}

interface Bearers {
	readonly of: readonly Way[];
	readonly byWay: (readonly Bearer[] | undefined)[];
}

/** A line under which no source was seen yet. */
export const emptyLine = ({ option, row }: PlannedPart): LineTally => ({
	option: bare(option),
	sum: nobody(),
	estimate: option.path ? stated({ lead: option.lead, ...expensesOf(option.path, row) }) : {},
	...{ flows: new Map(), without: [], bearers: { of: [], byWay: [] } },
});

/** Adds some sources of a place to those before them. */
export function addPart(part: PlannedPart, choices: Choices, tally: LineTally, store: IdStore): void {
	const { ground, option, rows, plan, against } = part;
	tally.sum = sumUnder(ground, option, part, tally.sum);
	// What AWS gives itself is shared with nobody, so nobody asks what travels over it.
	if (!option.path) for (const list of [tally.sum.bits, tally.sum.deadlines]) list.length = 0;
	if (against > 0) tally.option = { ...tally.option, against: (tally.option.against ?? 0) + against };
	if (tally.bearers.of !== plan.ways.all) {
		tally.bearers = { of: plan.ways.all, byWay: [] };
		for (const flow of tally.flows.values()) flow.bearer = undefined;
	}
	const borne: Bearer[] = [];
	const bearersFor = bearerFinder(part, choices, tally);
	for (let index = 0; index < rows.length; index++) {
		const bearers = bearersFor(index);
		if (!bearers) tally.without.push(ground.sources[rows[index] as number]?.id ?? '');
		else
			for (const bearer of bearers) {
				if (bearer.count === 0) borne.push(bearer);
				bearer.members[bearer.count++] = index;
			}
	}
	const size = sizeReader(ground);
	for (const bearer of borne) {
		addMembers(part, bearer, size, store);
		bearer.count = 0;
	}
}

/** Finds what bears a source by its place in a part. */
function bearerFinder(
	part: PlannedPart,
	choices: Choices,
	{ flows, bearers: { byWay } }: LineTally,
): (index: number) => readonly Bearer[] | undefined {
	const { ground, plan } = part;
	const bearersOf = (index: number, way: Way, chosen: string | undefined): readonly Bearer[] => {
		const { outlook } = patternAt(plan, index);
		return inOrderOfParts(way.carriers).map((carrier) => {
			const key = keyOf(carrier, chosen, outlook);
			const flow = flows.get(key) ?? emptyFlow(carrier);
			flows.set(key, flow);
			flow.bearer ??= { carrier, flow, members: [], count: 0 };
			return flow.bearer;
		});
	};
	return wayReader(ground, part, choices, bearersOf, byWay);
}

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

/** What came of the sources of a place, under every line that passes by its order. */
export interface PlaceTally {
	readonly lines: Map<number, LineTally>;
	readonly leftOut: string[];
}

/** Chooses the line of a place, as it is chosen where all sources are looked at at once. */
export function settled(id: string, { lines, leftOut }: PlaceTally, store: IdStore): RoutedPlace {
	const [first, ...others] = [...lines.values()].toSorted((a, b) => a.option.order - b.option.order);
	const standings = (one: LineTally) => standingFrom(one.option, one.sum);
	const best = others.reduce(
		(least, one) => (compareStandings(standings(one), standings(least)) < 0 ? one : least),
		first as LineTally,
	);
	const line = best.option.path?.blueprint.leg;
	const flows = [...best.flows.values()].map((flow) => flowSumOf(flow, store));
	return { id, ...(line && { line }), estimate: best.estimate, flows, without: best.without, leftOut };
}
