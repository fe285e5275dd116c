import type { AdvisedFlow, Tipping } from '../advice.ts';
import type { Ground } from '../ground/ground.ts';
import type { Strata } from '../ground/strata.ts';
import { estimateOf } from '../routing/candidates.ts';
import type { Member } from '../routing/draft.ts';
import type { FlowDraft } from '../routing/flows.ts';
import { folder } from '../routing/folding.ts';
import type { Scene } from '../tipping/scene.ts';
import { type Turn, tippingPoints } from '../tipping/tipping.ts';
import { cautionsOf } from './cautions.ts';
import { costLines } from './costs.ts';
import { idsOf } from './ids.ts';
import type { Amounts } from './kept-amounts.ts';
import { layAgain } from './lay-again.ts';
import { reasonsOf } from './reasons.ts';
import { rivalsOf } from './rivals.ts';
import { sizingOf } from './sizing.ts';
import { Winner } from './winner.ts';

interface Explaining {
	readonly flow: FlowDraft;
	readonly scene: Scene;
	readonly strata: () => Strata;
	/** What is known of its amounts already. */
	readonly amounts?: Amounts | undefined;
}

/**
A flow explained once for all its sources, each part when somebody reads it. A class, since there are thousands: what they share
is made once. Its parts stand on the class, so that a copy names them one by one, or is made by `toJSON`.
*/
export class ExplainedFlow implements AdvisedFlow {
	readonly place: string;
	readonly winner: Winner;
	readonly #ground: Ground;
	readonly #on: Explaining;
	#sources: AdvisedFlow['sources'] | undefined;
	#reasons: AdvisedFlow['reasons'] | undefined;
	#rivals: ReturnType<typeof rivalsOf> | undefined;
	#priced: ReturnType<typeof costLines> | undefined;
	#sizing: AdvisedFlow['sizing'] | undefined;
	#cautions: ReturnType<typeof cautionsOf> | undefined;
	#turns: readonly Turn[] | undefined;
	#changes: readonly Tipping[] | undefined;
	#estimates: AdvisedFlow['estimates'];

	constructor(ground: Ground, on: Explaining) {
		this.#ground = ground;
		this.#on = on;
		this.place = on.flow.place.id;
		this.winner = new Winner(ground, on.flow, on.amounts?.estimate);
		this.#priced = on.amounts?.priced;
	}
	get draft() {
		return this.#on.flow;
	}
	/** As far as somebody read them. */
	get amounts(): Amounts {
		return { estimate: this.winner.estimateYet, priced: this.#priced };
	}
	get sources() {
		this.#sources ??= idsOf(this.#ground.muster, this.#on.flow.rows);
		return this.#sources;
	}
	get reasons() {
		if (this.#reasons) return this.#reasons;
		const { winner, alternatives } = this;
		this.#reasons = this.#over((flow) => reasonsOf(this.#ground, flow, { winner, alternatives }));
		return this.#reasons;
	}
	get alternatives() {
		return this.#rivalsOf().alternatives;
	}
	get rejected() {
		return this.#rivalsOf().rejected;
	}
	get changes() {
		this.#changes ??= this.turns().map(({ fact, direction, at, becomes }) => ({ fact, direction, at, becomes }));
		return this.#changes;
	}
	get sizing() {
		this.#sizing ??= this.#over((flow) => sizingOf(this.#ground, flow));
		return this.#sizing;
	}
	get costs() {
		return this.#pricedOf().lines;
	}
	get cautions() {
		return this.#cautionsOf().cautions;
	}
	get concerns() {
		return this.#cautionsOf().concerns;
	}
	get estimates() {
		this.#estimates ??= this.#over(({ rows, lead: { carrier } }) =>
			Array.from(rows, (row) => estimateOf(row, carrier.entry, carrier.part)),
		);
		return this.#estimates;
	}
	get unpriced() {
		const { unpriced } = this.#pricedOf();
		return unpriced.length > 0 ? unpriced : undefined;
	}
	/** Its tipping points with the strategies they change. */
	turns(): readonly Turn[] {
		this.#turns ??= this.#around(({ flow, scene }) => [
			tippingPoints(this.#ground, flow, scene),
			scene.draft().members,
		]);
		return this.#turns;
	}
	toJSON(): AdvisedFlow {
		const { sources, place, winner, reasons, alternatives, rejected, changes } = this;
		const { sizing, costs, cautions, concerns, estimates, unpriced } = this;
		return {
			...{ sources, place, winner, reasons, alternatives, rejected, changes },
			...{ sizing, costs, cautions, concerns, estimates, unpriced },
		};
	}
	#rivalsOf() {
		this.#rivals ??= this.#around(({ flow, scene }) => {
			const lead = scene.lead();
			return [rivalsOf(this.#ground, flow, { lead, whole: scene.whole }), [lead]];
		});
		return this.#rivals;
	}
	#pricedOf() {
		this.#priced ??= this.#over(({ rows, lead: { carrier, row } }) =>
			costLines(carrier.entry.route.costs, rows, folder(this.#ground, this.#ground.stated, row)),
		);
		return this.#priced;
	}
	#cautionsOf() {
		const { strata } = this.#on;
		this.#cautions ??= this.#over((flow) => cautionsOf(this.#ground, strata(), flow));
		return this.#cautions;
	}
	/** Works a part out over rows that say what the line gives that was chosen. */
	#over<T>(make: (flow: FlowDraft) => T): T {
		const { flow } = this.#on;
		layAgain(flow.place, flow.rows);
		return make(flow);
	}
	/** The same with a part that looks at some members over other lines. */
	#around<T>(make: (on: Explaining) => readonly [made: T, looked: readonly Pick<Member, 'row'>[]]): T {
		const [made, looked] = make(this.#on);
		layAgain(
			this.#on.flow.place,
			Int32Array.from(looked, ({ row }) => row),
		);
		return made;
	}
}
