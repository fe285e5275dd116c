import type { AdvisedFlow, Candidate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { once } from '../ground/once.ts';
import { candidateOf, estimateOf } from '../routing/candidates.ts';
import type { Member } from '../routing/draft.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { layLine } from '../routing/path-options.ts';
import { dollarsOf, folder, largest, totalsOf } from '../routing/totals.ts';
import type { Scene } from '../tipping/scene.ts';
import { type Turn, tippingPoints } from '../tipping/tipping.ts';
import { cautionsOf } from './cautions.ts';
import { costLines } from './costs.ts';
import { reasonsOf } from './reasons.ts';
import { rivalsOf } from './rivals.ts';
import { sizingOf } from './sizing.ts';

/** A flow explained, and its tipping points with the strategies they change. */
export interface Explained {
	readonly flow: AdvisedFlow;
	readonly turns: () => readonly Turn[];
}

/** Explains a flow once for all its sources. Tipping points, and what each source takes by itself, are worked out when somebody reads them. */
export function adviseFlow(ground: Ground, flow: FlowDraft, scene: Scene): Explained {
	const { lead, rows, place } = flow;
	const { entry, part } = lead.carrier;
	const idOf = (row: number): string => ground.sources[row]?.id ?? '';
	const { members } = scene.draft();
	const member = members.find(({ source }) => source === lead.source) as Member;
	const layLines = () => {
		for (const { row } of members) layLine(place.option, row);
	};
	const rivals = rivalsOf(ground, flow, member);
	layLines();
	const winner = together(ground, candidateOf(ground, lead, entry, part), flow);
	const { lines, unpriced } = costLines(entry.route.costs, rows, folder(ground, lead.row));
	const turns = once(() => {
		const found = tippingPoints(ground, flow, scene);
		layLines();
		return found;
	});
	const changes = once(() => turns().map(({ fact, direction, at, becomes }) => ({ fact, direction, at, becomes })));
	const estimates = once(() =>
		Object.fromEntries(
			rows.map((row) => {
				layLine(place.option, row);
				return [idOf(row), estimateOf(row, entry, part)];
			}),
		),
	);
	return {
		turns,
		flow: {
			sources: rows.map(idOf),
			place: place.id,
			winner,
			reasons: reasonsOf(ground, flow, { winner, alternatives: rivals.alternatives }),
			...rivals,
			get changes() {
				return changes();
			},
			sizing: sizingOf(ground, flow),
			costs: lines,
			...cautionsOf(ground, flow),
			get estimates() {
				return estimates();
			},
			...(unpriced.length > 0 && { unpriced }),
		},
	};
}

/** The winner for all sources of a flow. */
function together(ground: Ground, one: Candidate, flow: FlowDraft): Candidate {
	const { members, place, lead } = flow;
	const { part } = lead.carrier;
	return {
		...one,
		estimate: totalsOf(ground, flow),
		late: part === 'changes' ? 0 : largest(members, place.plan.late),
		stale: part === 'history' ? 0 : largest(members, place.plan.stale),
		dollars: dollarsOf(ground, flow),
	};
}
