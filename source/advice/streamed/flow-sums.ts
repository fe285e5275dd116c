import type { Source } from '../../estate/estate.ts';
import type { Candidate, Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import type { Carrier } from '../routing/arrange.ts';
import { assumingOf, legsOf, outcomeOn, stated } from '../routing/candidates.ts';
import { largestOf } from '../routing/flows.ts';
import { dollarsOf, largest, nothingTaken, type Totaller, type Totals, totallerOf } from '../routing/totals.ts';
import type { PlannedPart } from './batch-plans.ts';
import { emptyIds, type IdList, type IdStore } from './id-store.ts';

/** A flow with what its route comes to for all of its sources, without a reason. */
export interface FlowSum extends Pick<Candidate, 'route' | 'carries' | 'access' | 'strategy' | 'outcome' | 'assuming'> {
	readonly estimate: Estimate;
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
	readonly count: number;
	/** The source with the most data, and how much that is in bytes, those of a day among them. */
	readonly largest: { readonly source: Source; readonly size: number };
	/** The ids of its sources in the order of the ids, as JSON without the brackets, in pieces between which a comma is missing. */
	readonly ids: () => readonly string[];
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
	/** What bears it over the table of the sources that are looked at just now. */
	bearer: Bearer | undefined;
}

/** A flow that no source was seen of yet. */
export function emptyFlow({ entry, part }: Carrier): FlowTally {
	const { access, strategy } = entry.route.blueprint;
	return {
		...{ route: legsOf(entry), carries: part, access, strategy },
		totals: nothingTaken(),
		late: part === 'changes' ? 0 : Number.NEGATIVE_INFINITY,
		stale: part === 'history' ? 0 : Number.NEGATIVE_INFINITY,
		...{ dollars: 0, count: 0, outcome: 'unknown', assuming: [] },
		largest: { source: undefined, size: Number.NEGATIVE_INFINITY },
		ids: emptyIds(),
		bearer: undefined,
	};
}

/** A carrier with the flow that it belongs to. */
export interface Bearer {
	readonly carrier: Carrier;
	readonly flow: FlowTally;
	/** Where so many of its sources stand among those that are looked at just now; what is behind them is left over. */
	readonly members: number[];
	count: number;
}

/** A carrier belongs to one table, and serves every place of it. */
const totallers = new WeakMap<Carrier, Totaller>();

function totallerFor(ground: Ground, carrier: Carrier, row: number): Totaller {
	const found = totallers.get(carrier) ?? totallerOf(ground, carrier, row, ground.varying);
	totallers.set(carrier, found);
	return found;
}

/** Room for the members of one bearer after the other, and their rows. */
let [membersRoom, rowsRoom] = [new Int32Array(), new Int32Array()];

/** Adds the members of a bearer to its flow, one by one behind those before, so that numbers come to the same as all at once. */
export function addMembers(
	{ ground, rows: all, plan }: PlannedPart,
	{ carrier, flow, members: some, count }: Bearer,
	size: (row: number) => number,
	store: IdStore,
): void {
	if (count > rowsRoom.length) [membersRoom, rowsRoom] = [new Int32Array(2 * count), new Int32Array(2 * count)];
	const [members, rows] = [membersRoom.subarray(0, count), rowsRoom.subarray(0, count)];
	const ids: string[] = [];
	for (let index = 0; index < count; index++) {
		const member = some[index] as number;
		const row = all[member] as number;
		members[index] = member;
		rows[index] = row;
		ids.push((ground.sources[row] as Source).id);
	}
	store.add(flow.ids, ids);
	totallerFor(ground, carrier, rows[0] as number)(rows, flow.totals);
	if (carrier.part !== 'changes') flow.late = largest(members, plan.late, flow.late);
	if (carrier.part !== 'history') flow.stale = largest(members, plan.stale, flow.stale);
	flow.dollars = dollarsOf(ground, { place: { plan }, members, rows, lead: { carrier } }, flow.dollars);
	flow.count += count;
	const row = rows[largestOf(rows, size)] as number;
	const most = size(row);
	if (most <= flow.largest.size) return;
	const source = ground.sources[row] as Source;
	flow.largest = { source, size: most };
	flow.outcome = outcomeOn(row, carrier.entry);
	flow.assuming = assumingOf(ground, { source, row }, carrier.entry);
}

/** What a flow comes to whose sources were all seen. */
export function flowSumOf(
	{ totals, largest: { source, size }, ids, bearer: _, ...flow }: FlowTally,
	store: IdStore,
): FlowSum {
	return {
		...flow,
		estimate: stated(totals),
		largest: { source: source as Source, size },
		ids: () => store.read(ids),
	};
}
