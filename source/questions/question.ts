import type { Known } from '../estate/estate.ts';
import type { Fact, FactValue } from '../facts/fact.ts';

/** What a value would do to the plan, against the plan as it stands. */
export interface Effect {
	readonly value: FactValue;
	/** Sources whose route changes. */
	readonly sources: number;
	/** Dollars a month more (or less). */
	readonly monthly: number;
	/** One line for people: `nightly export becomes change capture, + $43 a month`. */
	readonly says: string;
}

/** An open fact that could change the plan, asked once for all the sources it decides. */
export interface Question {
	/** Stable: `fact@scope:about`. */
	readonly id: string;
	readonly fact: string;
	readonly scope: 'workload' | 'place' | 'source';
	/** Place id; source ids that one answer serves; empty for the workload. */
	readonly about: readonly string[];
	/** Title of the group the question belongs to: the workload, a place, a family. */
	readonly group: string;
	readonly asks: string;
	readonly help?: string;
	readonly form: Fact;
	/** What was measured or is assumed: the prefilled value with where it comes from. */
	readonly prefilled?: Known;
	/** Sources whose route some answer changes, then dollars over the months counted. */
	readonly weight: readonly [sources: number, dollars: number];
	readonly effects: readonly Effect[];
	/** It and all that are asked after it change little: see `minorFrom`. */
	readonly minor?: true;
}
