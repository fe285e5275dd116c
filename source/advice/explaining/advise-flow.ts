import type { AdvisedFlow, Candidate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { once } from '../ground/once.ts';
import type { Strata } from '../ground/strata.ts';
import { candidateOf, estimateOf, legsOf } from '../routing/candidates.ts';
import type { Member } from '../routing/draft.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { folder } from '../routing/folding.ts';
import { layLines } from '../routing/path-options.ts';
import { dollarsOf, largest, totalsOf } from '../routing/totals.ts';
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

interface Explaining {
	readonly flow: FlowDraft;
	readonly scene: Scene;
	readonly strata: () => Strata;
	/** Id of each source, by its row. */
	readonly ids: () => readonly string[];
}

/** Explains a flow once for all its sources, each part when somebody reads it. */
export function adviseFlow(ground: Ground, { flow, scene, strata, ids }: Explaining): Explained {
	const { lead, rows, place } = flow;
	const { entry, part } = lead.carrier;
	const idOf = (row: number): string => ids()[row] ?? '';
	const line = lineLayer(flow);
	/** Works a part out over rows that say what the line gives that was chosen. */
	const over = <T>(make: () => T) =>
		once(() => {
			line.lay(rows);
			return make();
		});
	/** The same with a part that looks at other lines. */
	const around = <T>(make: () => T) =>
		once(() => {
			const { members } = scene.draft();
			const made = make();
			line.lay(members.map(({ row }) => row));
			return made;
		});
	const memberIn = (members: readonly Member[]) => members.find(({ source }) => source === lead.source) as Member;
	const winner = together(ground, flow, over);
	const rivals = around(() => rivalsOf(ground, flow, memberIn(scene.draft().members)));
	const sources = once(() => rows.map(idOf));
	const reasons = over(() => reasonsOf(ground, flow, { winner, alternatives: rivals().alternatives }));
	const priced = over(() => costLines(entry.route.costs, rows, folder(ground, ground.stated, lead.row)));
	const sizing = over(() => sizingOf(ground, flow));
	const cautions = over(() => cautionsOf(ground, { strata: strata(), ids: ids() }, flow));
	const turns = around(() => tippingPoints(ground, flow, scene));
	const changes = once(() => turns().map(({ fact, direction, at, becomes }) => ({ fact, direction, at, becomes })));
	const estimates = over(() => Object.fromEntries(rows.map((row) => [idOf(row), estimateOf(row, entry, part)])));
	return {
		turns,
		flow: {
			get sources() {
				return sources();
			},
			place: place.id,
			winner,
			get reasons() {
				return reasons();
			},
			get alternatives() {
				return rivals().alternatives;
			},
			get rejected() {
				return rivals().rejected;
			},
			get changes() {
				return changes();
			},
			get sizing() {
				return sizing();
			},
			get costs() {
				return priced().lines;
			},
			get cautions() {
				return cautions().cautions;
			},
			get concerns() {
				return cautions().concerns;
			},
			get estimates() {
				return estimates();
			},
			get unpriced() {
				const { unpriced } = priced();
				return unpriced.length > 0 ? unpriced : undefined;
			},
		},
	};
}

/** Lays the line of a flow's place over rows again; what AWS gives itself lies there always. */
function lineLayer({ place: { option, options } }: FlowDraft): { readonly lay: (rows: readonly number[]) => void } {
	return { lay: (rows) => (options.length > 1 ? layLines(option, Int32Array.from(rows)) : undefined) };
}

/** The winner for all sources of a flow. */
function together(ground: Ground, flow: FlowDraft, over: <T>(make: () => T) => () => T): Candidate {
	const { members, place, lead } = flow;
	const { entry, part } = lead.carrier;
	const { access, strategy } = entry.route.blueprint;
	const one = over(() => candidateOf(ground, lead, entry, part));
	const estimate = over(() => totalsOf(ground, flow));
	const late = once(() => (part === 'changes' ? 0 : largest(members, place.plan.late)));
	const stale = once(() => (part === 'history' ? 0 : largest(members, place.plan.stale)));
	const dollars = over(() => dollarsOf(ground, flow));
	return {
		route: legsOf(entry),
		carries: part,
		access,
		strategy,
		get outcome() {
			return one().outcome;
		},
		get assuming() {
			return one().assuming;
		},
		get estimate() {
			return estimate();
		},
		get late() {
			return late();
		},
		get stale() {
			return stale();
		},
		get dollars() {
			return dollars();
		},
	};
}
