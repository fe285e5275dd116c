import type { Condition, Outcome, Term } from '../rules/condition.ts';

/** Where a statement comes from, when it was checked, and whether a primary source confirmed it. */
export interface Cited {
	/** A document, by its path: `docs/datasync/latest/userguide/datasync-limits.md`. */
	readonly source: string;
	/** ISO date. */
	readonly checked: string;
	/** False: known only from a secondary source or memory. Shown as unverified, and never decides alone. */
	readonly sure: boolean;
}

/** A condition with the sentence that is printed when it fails. */
export interface Requirement extends Cited {
	/** A full sentence that reads well after "because": why the route needs this. */
	readonly because: string;
	readonly that: Condition;
	/** The name of the quota, if AWS can raise it: then a failure is a step in the plan, not a rejection. */
	readonly quota?: string;
	/** It tells what the service is for at all: where it fails, nobody would have asked, and the service is not listed among the rejected. */
	readonly scope?: true;
}

export type Availability = Cited &
	(
		| { readonly state: 'open' }
		| {
				readonly state: 'closed to new customers' | 'ending' | 'ended';
				/** ISO date since (or from) which it holds. */
				readonly on: string;
				/** Ids of records to use instead. */
				readonly instead: readonly string[];
				/** Fact (yes-no) that tells an existing customer, who may go on. */
				readonly existing?: string;
		  }
	);

/**
Regimes whose list of services names a service. Such lists grow, so what an old one leaves out is not known, and what it names
is to be confirmed on the list of today.
*/
export interface Eligibility extends Cited {
	readonly regimes: readonly string[];
	/** ISO date of the list that was read. */
	readonly asOf: string;
}

export type Part = 'history' | 'changes' | 'both';
export type Access = 'database connection' | 'API call' | 'stream' | 'batch file' | 'in place';

/** A price key of the price book, how often it is paid, and how much of it: in base units (bytes, hours, counts). */
export interface CostTerm {
	readonly price: string;
	readonly per: 'once' | 'month';
	readonly quantity: Term;
}

/** One way of using a service. Times in seconds, effort in hours of work. */
export interface Mode {
	readonly title: string;
	readonly requires?: readonly Requirement[];
	readonly carries: Part;
	/** Until it can start: ordering, approvals, shipping. */
	readonly lead: Term;
	/** From start to the first usable data. */
	readonly firstData: Term;
	/** From start until the whole history is there. */
	readonly complete: Term;
	/** Age of the data it keeps up. 0 for reading in place. Leave unknown for a one-off. */
	readonly freshness?: Term;
	readonly effort: { readonly once: Term; readonly monthly: Term };
	readonly costs: readonly CostTerm[];
	/** Shards, DPUs, capacity: carried in the plan to the exporters. */
	readonly sizing?: Readonly<Record<string, Term>>;
	/** A path may give other facts in this mode than the record does: a wider line in a dearer one. */
	readonly gives?: Readonly<Record<string, Term | boolean | string>>;
	/** Settings that exporters need and that no number gives. */
	readonly settings?: Readonly<Record<string, string | number | boolean>>;
	/** Ids of the services that carry the data on after this one, in order of travel; each in its best mode, and on through what that mode names. */
	readonly then?: readonly string[];
	/** Where in a route this mode may stand: only `first`, or only `onward`, behind another service. Leave out: both. */
	readonly stands?: 'first' | 'onward';
}

/** A number inside a sentence: how many, or how many dollars these come to. */
export type Figure = { readonly count: Term } | { readonly dollars: readonly CostTerm[] };

/** A trap a user should know. Each figure stands in the sentence as `{name}`; while one of them is unknown nothing is said. */
export interface Caution extends Cited {
	readonly when?: Condition;
	readonly says: string;
	readonly figures?: Readonly<Record<string, Figure>>;
}

export interface Grant {
	readonly actions: readonly string[];
	readonly on: 'source' | 'landing' | 'key';
	readonly why: string;
}

/** Knowledge about one service, all of it data, ours and an organisation's alike. Its id is its key in the registry. */
export interface ServiceRecord {
	readonly title: string;
	readonly formerly?: readonly string[];
	/** One sentence on what it does, for help and documents. */
	readonly summary: string;
	/** Page of its documentation. */
	readonly page?: string;
	/** path: a line. mover: takes data from a source. landing: only stands in `then`. access: reads in place. */
	readonly slot: 'path' | 'mover' | 'landing' | 'access';
	/** Ids of the strategies whose sources this service carries. Paths carry all. */
	readonly serves: readonly string[];
	readonly access?: Access;
	/** Families it can read; a source of another family never lists it among the rejected. Paths and landings: empty. */
	readonly families: readonly string[];
	readonly availability: Availability;
	/** Left out: no list that could be read names it. */
	readonly eligibility?: Eligibility | 'not of AWS';
	readonly requires: readonly Requirement[];
	readonly modes: Readonly<Record<string, Mode>>;
	/** A path says what it gives (`path.private`, `path.bandwidth`, `path.online`); a mover asks for facts and names no path. */
	readonly gives?: Readonly<Record<string, Term | boolean | string>>;
	readonly grants: readonly Grant[];
	/** What CloudFormation cannot create: a step by hand, who does it, its lead time in seconds, and the modes that need it; left out: all. */
	readonly byHand?: readonly {
		readonly step: string;
		readonly owner: string;
		readonly lead: Term;
		readonly modes?: readonly string[];
	}[];
	/** Printed with the route. */
	readonly cautions?: readonly Caution[];
	readonly examples: readonly Example[];
}

/** Given facts (each in its own unit), what the mode must say. Run as a test. */
export interface Example {
	readonly mode?: string;
	readonly given: Readonly<Record<string, number | boolean | string | readonly string[]>>;
	readonly then: Outcome;
	/** Hours to complete, within 5 %. */
	readonly hours?: number;
	/** Dollars a month, without work, within 5 %. */
	readonly monthly?: number;
	/** Dollars once, without work, within 5 %. */
	readonly once?: number;
	/** Expected sizing, exact. */
	readonly sizing?: Readonly<Record<string, number>>;
}

/** How sources are brought together. A source's strategy is the one its route serves; more than one gives a mix. */
export interface StrategyRecord {
	readonly title: string;
	readonly summary: string;
	readonly availability: Availability;
	/** Gates for each of its sources, over source, place and workload facts. */
	readonly requires: readonly Requirement[];
	/**
	False: what its routes carry is gone once it is used (a stream processor), so that a source for training gets a second
	route beside it that keeps a copy. Leave out where a copy is kept or the source itself stays.
	*/
	readonly keeps?: boolean;
	/** Ids of the strategies it combines, for a mix. */
	readonly mixes?: readonly string[];
	/** What speaks for it when it is chosen, as sentences with their source. */
	readonly strengths: readonly (Cited & { readonly says: string; readonly when?: Condition })[];
	readonly examples: readonly Example[];
}

/** Something that must hold before the plan is safe. */
export interface ControlRecord {
	readonly title: string;
	readonly summary: string;
	/** Which compliance regimes ask for it; the empty list: every plan. */
	readonly regimes: readonly string[];
	readonly severity: 'high' | 'medium' | 'low';
	/** Which sources it concerns; leave out for the plan as a whole. */
	readonly applies?: Condition;
	/** Holds: met. Fails: a finding on that source. Unknown: a finding "not known". Leave out for what the exported app itself enforces. */
	readonly met?: Condition;
	/** Each service that carries a source under one of its regimes is confirmed: a finding for each regime names them. */
	readonly confirms?: 'services';
	readonly because: string;
	/** Said after `because`, with the numbers of the sources it concerns. */
	readonly reckoned?: readonly Caution[];
	readonly remedy: string;
	/** Well-Architected best practice id. */
	readonly practice?: string;
	readonly availability: Availability;
	readonly costs?: readonly CostTerm[];
	readonly cited: Cited;
	readonly examples: readonly Example[];
}

/** A piece of work between the raw zone and features. */
export interface PreparationRecord {
	readonly title: string;
	readonly summary: string;
	readonly applies: Condition;
	readonly because: string;
	/** What the job does, as a setting for exporters. */
	readonly job: 'crawl' | 'tidy' | 'merge' | 'compact' | 'quality' | 'join' | 'extract' | 'mask';
	/** What the job goes by, in base units: settings of it in the plan. */
	readonly settings?: Readonly<Record<string, number>>;
	readonly cited: Cited;
	/** Hours of work of an engine; where they are left out, they are not reckoned. */
	readonly work?: { readonly once?: Term; readonly month?: Term };
	/** What else it costs; work with costs of its own and no hours needs no engine. */
	readonly costs?: readonly CostTerm[];
	readonly examples: readonly Example[];
}

/** What carries the work between the raw zone and features. An hour of work is what 4 vCPU with 16 GB do in one. */
export interface EngineRecord {
	readonly title: string;
	/** One phrase on what it does, for help and documents. */
	readonly summary: string;
	/** Page of its documentation. */
	readonly page?: string;
	readonly availability: Availability;
	/** Work that it does not do, or not for sources of which `when` holds, with words that read well after "because". */
	readonly never: Readonly<
		Partial<Record<PreparationRecord['job'], Cited & { readonly because: string; readonly when?: Condition }>>
	>;
	/** What must hold for every source whose data is worked on. */
	readonly requires: readonly Requirement[];
	/** What an hour of work costs on it: price keys, and how much of each, in base units (bytes, hours, counts). */
	readonly hour: readonly { readonly price: string; readonly quantity: number }[];
	/** Hours that somebody works to set it up and, each month, to look after it: more than for what the exported app brings. */
	readonly effort: { readonly once: number; readonly monthly: number };
	/** The exported app builds its jobs. */
	readonly exported: boolean;
	readonly cited: Cited;
	readonly examples: readonly Example[];
}

/** What a price is given per. GB is 10^9 bytes, GiB 2^30 (what AWS bills storage and transfer in). */
export type PriceUnit = 'GB' | 'GiB' | 'TB' | 'hour' | 'one' | 'thousand' | 'million' | 'month';
export interface Price extends Cited {
	readonly title: string;
	readonly dollars: number;
	readonly per: PriceUnit;
}
/** A dated price book of one region. Its keys are what cost terms name. */
export interface PriceBook {
	readonly region: string;
	/** ISO date: prices as of. */
	readonly asOf: string;
	readonly prices: Readonly<Record<string, Price>>;
}

/** Everything we know, as one value that `app` passes in; an organisation's pack adds to it. */
export interface Catalog {
	readonly services: Readonly<Record<string, ServiceRecord>>;
	readonly strategies: Readonly<Record<string, StrategyRecord>>;
	readonly controls: Readonly<Record<string, ControlRecord>>;
	readonly preparations: Readonly<Record<string, PreparationRecord>>;
	readonly engines: Readonly<Record<string, EngineRecord>>;
	/** Price books by region; the planner uses the training region's, else the first, and says so. */
	readonly prices: Readonly<Record<string, PriceBook>>;
}
