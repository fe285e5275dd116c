import type { AdvisedFlow, Candidate, Estimate } from './advice.ts';
import { candidateOf, estimateOf } from './candidates.ts';
import { cautionsOf } from './cautions.ts';
import { costLines } from './costs.ts';
import type { Member } from './draft.ts';
import type { FlowDraft } from './flows.ts';
import type { Ground } from './ground.ts';
import { layLine } from './path-options.ts';
import { reasonsOf } from './reasons.ts';
import { rivalsOf } from './rivals.ts';
import type { Scene } from './scene.ts';
import { sizingOf } from './sizing.ts';
import { type Turn, tippingPoints } from './tipping.ts';

/** A flow explained, and its tipping points with the strategies they change. */
export interface Explained {
	readonly flow: AdvisedFlow;
	readonly turns: readonly Turn[];
}

/** Explains a flow once for all its sources. */
export function adviseFlow(ground: Ground, flow: FlowDraft, scene: Scene): Explained {
	const { lead, passengers, place } = flow;
	const { entry, part } = lead.carrier;
	const member = scene.draft.members.find(({ source }) => source === lead.source) as Member;
	const turns = tippingPoints(ground, flow, scene);
	const rivals = rivalsOf(ground, flow, member);
	for (const { row } of scene.draft.members) layLine(place.option, row);
	const estimates = Object.fromEntries(
		passengers.map(({ source, row, carrier }) => [source.id, estimateOf(row, carrier.entry, part)]),
	);
	const winner = together(candidateOf(ground, lead, entry, part), flow, Object.values(estimates));
	const { lines, unpriced } = costLines(
		entry.route.costs,
		passengers.map(({ row }) => row),
	);
	return {
		turns,
		flow: {
			sources: passengers.map(({ source }) => source.id),
			place: place.id,
			winner,
			reasons: reasonsOf(ground, flow, { winner, alternatives: rivals.alternatives }),
			...rivals,
			changes: turns.map(({ fact, direction, at, becomes }) => ({ fact, direction, at, becomes })),
			sizing: sizingOf(ground, flow),
			costs: lines,
			...cautionsOf(ground, flow),
			estimates,
			...(unpriced.length > 0 && { unpriced }),
		},
	};
}

const summed = ['once', 'monthly'] as const;
const longest = ['lead', 'firstData', 'complete', 'freshness', 'effortOnce', 'effortMonthly'] as const;

/** The winner for all sources of a flow: longest times, summed dollars, the work of one set-up. What one of them leaves unknown is. */
function together(one: Candidate, { passengers }: FlowDraft, estimates: readonly Estimate[]): Candidate {
	const join = (key: keyof Estimate, by: (values: readonly number[]) => number): readonly [string, number][] => {
		const values = estimates.flatMap((estimate) => estimate[key] ?? []);
		return values.length < estimates.length ? [] : [[key, by(values)]];
	};
	return {
		...one,
		estimate: Object.fromEntries([
			...longest.flatMap((key) => join(key, (values) => Math.max(...values))),
			...summed.flatMap((key) => join(key, (values) => values.reduce((total, value) => total + value, 0))),
		]),
		late: Math.max(
			...passengers.map(({ arrangement, carrier }) => (carrier.part === 'changes' ? 0 : (arrangement?.late ?? 0))),
		),
		stale: Math.max(
			...passengers.map(({ arrangement, carrier }) => (carrier.part === 'history' ? 0 : (arrangement?.stale ?? 0))),
		),
		dollars: passengers.reduce((total, { carrier }) => total + carrier.entry.weighed.dollars, 0),
	};
}
