import type { Candidate, Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { assumingOf, legsOf, outcomeOn } from '../routing/candidates.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { dollarsOf, largest, totalsOf } from '../routing/totals.ts';
import { layAgain } from './lay-again.ts';

/** The winner for all sources of a flow, its numbers when somebody reads them. Like the flow it is copied by name, or by `toJSON`. */
export class Winner implements Candidate {
	readonly route: Candidate['route'];
	readonly carries: Candidate['carries'];
	readonly access: Candidate['access'];
	readonly strategy: string;
	readonly #ground: Ground;
	readonly #flow: FlowDraft;
	#outcome: Candidate['outcome'] | undefined;
	#assuming: Candidate['assuming'] | undefined;
	#estimate: Estimate | undefined;
	#late: number | undefined;
	#stale: number | undefined;
	#dollars: number | undefined;

	/** `estimate`: where it is known already. */
	constructor(ground: Ground, flow: FlowDraft, estimate?: Estimate) {
		const { entry, part } = flow.lead.carrier;
		const { access, strategy } = entry.route.blueprint;
		this.#ground = ground;
		this.#flow = flow;
		this.#estimate = estimate;
		this.route = legsOf(entry);
		this.carries = part;
		this.access = access;
		this.strategy = strategy;
	}
	get outcome() {
		// That of one source stands for all.
		const { lead } = this.#flow;
		this.#outcome ??= outcomeOn(this.#laid().lead.row, lead.carrier.entry);
		return this.#outcome;
	}
	get assuming() {
		const { lead } = this.#flow;
		this.#assuming ??= assumingOf(this.#ground, lead, lead.carrier.entry);
		return this.#assuming;
	}
	get estimate() {
		this.#estimate ??= totalsOf(this.#ground, this.#laid());
		return this.#estimate;
	}
	/** As far as somebody read it. */
	get estimateYet() {
		return this.#estimate;
	}
	get late() {
		const { members, place } = this.#flow;
		this.#late ??= this.carries === 'changes' ? 0 : largest(members, place.plan.late);
		return this.#late;
	}
	get stale() {
		const { members, place } = this.#flow;
		this.#stale ??= this.carries === 'history' ? 0 : largest(members, place.plan.stale);
		return this.#stale;
	}
	get dollars() {
		this.#dollars ??= dollarsOf(this.#ground, this.#laid());
		return this.#dollars;
	}
	toJSON(): Candidate {
		const { route, carries, access, strategy, outcome, assuming, estimate, late, stale, dollars } = this;
		return { route, carries, access, strategy, outcome, assuming, estimate, late, stale, dollars };
	}
	/** The flow, over rows that say what the line gives that was chosen. */
	#laid(): FlowDraft {
		layAgain(this.#flow.place, this.#flow.rows);
		return this.#flow;
	}
}
