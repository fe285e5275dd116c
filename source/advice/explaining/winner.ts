import type { Candidate, Estimate } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import { candidateOf, legsOf } from '../routing/candidates.ts';
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
	#one: Candidate | undefined;
	#estimate: Estimate | undefined;
	#late: number | undefined;
	#stale: number | undefined;
	#dollars: number | undefined;

	constructor(ground: Ground, flow: FlowDraft) {
		const { entry, part } = flow.lead.carrier;
		const { access, strategy } = entry.route.blueprint;
		this.#ground = ground;
		this.#flow = flow;
		this.route = legsOf(entry);
		this.carries = part;
		this.access = access;
		this.strategy = strategy;
	}
	get outcome() {
		return this.#oneOf().outcome;
	}
	get assuming() {
		return this.#oneOf().assuming;
	}
	get estimate() {
		this.#estimate ??= totalsOf(this.#ground, this.#laid());
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
	/** For one source, which stands for all. */
	#oneOf(): Candidate {
		const { lead } = this.#flow;
		this.#one ??= candidateOf(this.#ground, this.#laid().lead, lead.carrier.entry, this.carries);
		return this.#one;
	}
	/** The flow, over rows that say what the line gives that was chosen. */
	#laid(): FlowDraft {
		layAgain(this.#flow.place, this.#flow.rows);
		return this.#flow;
	}
}
