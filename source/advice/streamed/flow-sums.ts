import type { Source } from '../../estate/estate.ts';
import type { Candidate, Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { candidateOf, legsOf } from '../routing/candidates.ts';
import { type FlowDraft, flowKey, sizeReader } from '../routing/flows.ts';
import { dollarsOf, largest, totalsOf } from '../routing/totals.ts';

/** A flow as far as its sources were seen: what its route comes to for all of them, without a reason. */
export interface FlowSum extends Pick<Candidate, 'route' | 'carries' | 'access' | 'strategy' | 'outcome' | 'assuming'> {
	readonly estimate: Estimate;
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
	readonly count: number;
	/** The source with the most data, and how much that is in bytes, those of a day among them. */
	readonly largest: { readonly source: Source; readonly size: number };
	/** The ids of its sources in the order of the ids, as JSON without the brackets, some hundred together. */
	readonly ids: Buffer[];
}

/** Adds flows of some sources of a place to those of the sources before them. */
export function addFlows(ground: Ground, flows: readonly FlowDraft[], sums: Map<string, FlowSum>): void {
	const sizeOf = sizeReader(ground);
	for (const flow of flows) {
		const key = flowKey(flow);
		sums.set(key, added(ground, flow, sizeOf(flow.lead.row), sums.get(key)));
	}
}

/** Numbers go on from those of the sources before, one by one, so that they come to the same as all at once. */
function added(ground: Ground, flow: FlowDraft, size: number, before: FlowSum | undefined): FlowSum {
	const { lead, members, rows, place } = flow;
	const { entry, part } = lead.carrier;
	const { access, strategy } = entry.route.blueprint;
	const { plan } = place;
	const estimate = totalsOf(ground, flow, before?.estimate);
	const dollars = dollarsOf(ground, flow, before?.dollars);
	const late = part === 'changes' ? 0 : largest(members, plan.late, before?.late);
	const stale = part === 'history' ? 0 : largest(members, plan.stale, before?.stale);
	const isLargest = !before || size > before.largest.size;
	// What the largest source says stands for the others, as it does in advice.
	const { outcome, assuming } = isLargest ? candidateOf(ground, lead, entry, part) : before;
	const ids = Buffer.from(Array.from(rows, (row) => JSON.stringify(ground.sources[row]?.id)).join(','));
	return {
		...{ route: before?.route ?? legsOf(entry), carries: part, access, strategy, outcome, assuming },
		...{ estimate, late, stale, dollars },
		count: (before?.count ?? 0) + rows.length,
		largest: isLargest ? { source: lead.source, size } : before.largest,
		ids: [...(before?.ids ?? []), ids],
	};
}
