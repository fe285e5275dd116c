import type { Source } from '../../estate/estate.ts';
import type { Candidate, Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import type { Carrier } from '../routing/arrange.ts';
import { assumingOf, legsOf, outcomeOn, stated } from '../routing/candidates.ts';
import { largestOf, sizeReader } from '../routing/flows.ts';
import { dollarsOf, largest, nothingTaken, type Totaller, type Totals, totallerOf } from '../routing/totals.ts';
import type { PlannedPart } from './batch-plans.ts';
import type { IdList } from './id-store.ts';

/** A flow with what its route comes to for all of its sources, without a reason. */
export interface FlowSum extends Pick<Candidate, 'route' | 'carries' | 'access' | 'strategy' | 'outcome' | 'assuming'> {
	readonly estimate: Estimate;
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
	readonly count: number;
	/** The source with the most data, and how much that is in bytes, those of a day among them. */
	readonly largest: { readonly source: Source; readonly size: number };
	/** The ids of its sources in the order of the ids, as JSON without the brackets, some hundred together. */
	readonly ids: readonly Buffer[];
}

/** A flow as far as its sources were seen. Mutable: every batch adds to it. */
export interface FlowTally extends Pick<Candidate, 'route' | 'carries' | 'access' | 'strategy'> {
	readonly totals: Totals;
	late: number;
	stale: number;
	dollars: number;
	count: number;
	/** What the largest source says stands for the others, as it does in advice. */
	outcome: Candidate['outcome'];
	assuming: readonly string[];
	largest: { readonly source: Source | undefined; readonly size: number };
	readonly ids: IdList;
}

/** A flow that no source was seen of yet. */
export function emptyFlow({ entry, part }: Carrier, ids: IdList): FlowTally {
	const { access, strategy } = entry.route.blueprint;
	return {
		...{ route: legsOf(entry), carries: part, access, strategy },
		totals: nothingTaken(),
		late: part === 'changes' ? 0 : Number.NEGATIVE_INFINITY,
		stale: part === 'history' ? 0 : Number.NEGATIVE_INFINITY,
		...{ dollars: 0, count: 0, outcome: 'unknown', assuming: [] },
		largest: { source: undefined, size: Number.NEGATIVE_INFINITY },
		ids,
	};
}

/** A carrier over the table of a ground, with the flow that it belongs to. */
export interface Bearer {
	readonly carrier: Carrier;
	readonly flow: FlowTally;
	readonly totaller: Totaller;
	/** Where its sources stand among those that are looked at just now. */
	members: number[];
}

/** The bearer of a flow; `row` is any row that takes it. */
export const bearerOf = (ground: Ground, carrier: Carrier, flow: FlowTally, row: number): Bearer => ({
	...{ carrier, flow, members: [] },
	totaller: totallerOf(ground, carrier, row),
});

/** Adds the members of a bearer to its flow, one by one behind those before, so that numbers come to the same as all at once. */
export function addMembers(
	{ ground, rows: all, plan }: PlannedPart,
	{ carrier, flow, totaller, members: some }: Bearer,
): void {
	const members = new Int32Array(some);
	const rows = members.map((index) => all[index] as number);
	totaller(rows, flow.totals);
	if (carrier.part !== 'changes') flow.late = largest(members, plan.late, flow.late);
	if (carrier.part !== 'history') flow.stale = largest(members, plan.stale, flow.stale);
	flow.dollars = dollarsOf(ground, { place: { plan }, members, rows, lead: { carrier } }, flow.dollars);
	flow.count += rows.length;
	const size = sizeReader(ground);
	const row = rows[largestOf(rows, size)] as number;
	const most = size(row);
	if (most > flow.largest.size) {
		const source = ground.sources[row] as Source;
		flow.largest = { source, size: most };
		flow.outcome = outcomeOn(row, carrier.entry);
		flow.assuming = assumingOf(ground, { source, row }, carrier.entry);
	}
	const ids: string[] = [];
	for (let index = 0; index < rows.length; index++) ids.push((ground.sources[rows[index] as number] as Source).id);
	flow.ids.add(ids);
}

/** What a flow comes to whose sources were all seen. */
export function flowSumOf({ totals, largest: { source, size }, ids, ...flow }: FlowTally): FlowSum {
	return { ...flow, estimate: stated(totals), largest: { source: source as Source, size }, ids: ids.pieces() };
}
