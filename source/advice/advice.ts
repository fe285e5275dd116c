import type { Access, Part } from '../catalog/record.ts';
import type { Known, Source } from '../estate/estate.ts';
import type { FactValue } from '../facts/fact.ts';
import type { Outcome } from '../rules/condition.ts';

/** Seconds, dollars, hours of work; absent means unknown. */
export interface Estimate {
	readonly lead?: number;
	readonly firstData?: number;
	readonly complete?: number;
	readonly freshness?: number;
	readonly once?: number;
	readonly monthly?: number;
	readonly effortOnce?: number;
	readonly effortMonthly?: number;
}

export interface Leg {
	readonly service: string;
	readonly mode: string;
}

export interface CostLine {
	/** Id of a service, control or preparation. */
	readonly by: string;
	readonly price: string;
	readonly title: string;
	readonly per: 'once' | 'month';
	/** In the price's own unit. */
	readonly quantity: number;
	readonly unit: string;
	readonly dollars: number;
	readonly sure: boolean;
}

/** One route for one source, judged. Smaller (late, stale, dollars) is better; dollars = once + months x monthly, work included. */
export interface Candidate {
	readonly route: readonly Leg[];
	readonly carries: Part;
	readonly access: Access;
	readonly strategy: string;
	readonly outcome: Outcome;
	/** Open facts whose assumption it rests on. */
	readonly assuming: readonly string[];
	/** The sentence of the first requirement that fails, with the service it belongs to. */
	readonly failed?: { readonly service: string; readonly because: string; readonly source: string };
	readonly estimate: Estimate;
	/** Seconds beyond the deadline, seconds beyond the freshness wanted. 0: in time; NaN: unknown. */
	readonly late: number;
	readonly stale: number;
	readonly dollars?: number;
}

export interface Tipping {
	readonly fact: string;
	readonly direction: 'above' | 'below';
	/** In the fact's own unit. */
	readonly at: number;
	readonly becomes: readonly Leg[];
}

/** One route for all sources alike in everything that decides. The explanation stands here, once. */
export interface AdvisedFlow {
	readonly sources: readonly string[];
	readonly place: string;
	readonly winner: Candidate;
	/** Sentences: what decided, with numbers. At least one. */
	readonly reasons: readonly string[];
	/** Best first, without the winner; the route that would be taken next, with the sentence why not. */
	readonly alternatives: readonly { readonly candidate: Candidate; readonly reason: string }[];
	readonly rejected: readonly { readonly service: string; readonly reason: string; readonly source: string }[];
	readonly changes: readonly Tipping[];
	readonly sizing: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
	readonly costs: readonly CostLine[];
	readonly cautions: readonly string[];
	/** By caution, the sources it concerns; left out where it concerns all of the flow. */
	readonly concerns?: Readonly<Record<string, readonly string[]>> | undefined;
	/** Of each source, in their order. The winner's own estimate is that of the flow: longest times, summed dollars, the work of one set-up. */
	readonly estimates?: readonly Estimate[];
	/** What could not be priced, and why: an unknown quantity, or a price that the book does not hold. */
	readonly unpriced?: readonly Unpriced[] | undefined;
}

export interface Unpriced {
	/** Id of a service. */
	readonly by: string;
	readonly price: string;
	readonly why: string;
}

export interface PathChoice {
	readonly place: string;
	/** Undefined: nothing in this place needs a line beyond what it has. */
	readonly service?: string;
	readonly mode?: string;
	readonly reasons: readonly string[];
	readonly rejected: readonly { readonly service: string; readonly reason: string; readonly source: string }[];
	readonly estimate: Estimate;
	readonly costs: readonly CostLine[];
	/** Bits a second: what the line gives and what all flows of the place need together. */
	readonly capacity?: number;
	readonly wanted?: number;
}

export interface AdvisedStrategy {
	readonly id: string;
	readonly reasons: readonly string[];
	readonly rejected: readonly { readonly id: string; readonly reason: string }[];
	/** Strategy of each source. */
	readonly bySource: Readonly<Record<string, string>>;
	readonly changes: readonly Tipping[];
}

export interface AdvisedControl {
	readonly id: string;
	readonly regimes: readonly string[];
	/** Sources where it is not met, and where nobody knows. */
	readonly failing: readonly string[];
	readonly unknown: readonly string[];
	/** Of one that confirms services: the sources under each of its regimes. */
	readonly under?: Readonly<Record<string, readonly string[]>>;
	/** What it comes to here, in numbers. */
	readonly reckoned?: readonly string[];
	readonly costs: readonly CostLine[];
}

export interface AdvisedPreparation {
	readonly id: string;
	readonly sources: readonly string[];
	/** Those of its engine among them. */
	readonly costs: readonly CostLine[];
	/** What carries it; absent where it needs no engine of its own, or none does such work. */
	readonly engine?: AdvisedEngine;
}

interface WeighedEngine {
	readonly id: string;
	/** Over the months counted, work included. */
	readonly dollars: number;
	/** Hours of work, beyond what the exported app brings. */
	readonly effort: { readonly once: number; readonly monthly: number };
}

/** An engine that carries work between the raw zone and features, the others that could and those that cannot. */
export interface AdvisedEngine extends WeighedEngine {
	readonly costs: readonly CostLine[];
	/** Cheapest first, what nobody confirmed counted dearer. */
	readonly dearer: readonly WeighedEngine[];
	readonly refused: readonly EngineRefusal[];
}

export interface EngineRefusal {
	readonly id: string;
	/** Reads well after "because". */
	readonly because: string;
	/** A source that decides it. `known`: what it says is against it; false: nobody said. Left out: so it is for the source. */
	readonly source?: string;
	readonly known?: boolean;
}

/** A source for which no record gives a route, and what then remains. */
export interface Unserved {
	readonly source: string;
	readonly reasons: readonly string[];
	readonly rejected: readonly { readonly service: string; readonly reason: string; readonly source: string }[];
}

/** A default that is taken for all that it is about. */
export interface Assumption {
	readonly scope: 'workload' | 'place' | 'source';
	/** Ids of places or sources, in their order; none for the workload. */
	readonly about: readonly string[];
	readonly fact: string;
	readonly value: FactValue;
}

/** The facts that rules read for the sources of a family in a place. */
export interface Decided {
	readonly family: string;
	readonly place: string;
	/** In the order of their ids. */
	readonly sources: readonly Source[];
	/** Those in which the sources do not differ, what their line gives among them. */
	readonly shared: Readonly<Record<string, Known>>;
	/** Those in which they may, to be read for each. */
	readonly own: readonly string[];
	readonly read: (source: Source, fact: string) => Known | undefined;
}

/** What the rules say about the estate under the answers given. Derived; never stored. */
export interface Advice {
	readonly asOf: string;
	readonly strategy: AdvisedStrategy;
	readonly paths: readonly PathChoice[];
	readonly flows: readonly AdvisedFlow[];
	readonly unserved: readonly Unserved[];
	readonly controls: readonly AdvisedControl[];
	readonly preparations: readonly AdvisedPreparation[];
	/** Defaults that nobody confirmed and that a rule read. */
	readonly assumptions: readonly Assumption[];
	/** Facts that rules read, with the nearest statement; for the plan's `decidedBy`. */
	readonly decidedBy: readonly Decided[];
	/** Region of the price book that was used. */
	readonly pricesOf: { readonly region: string; readonly asOf: string };
}
