// The plan's types. This file imports nothing: the exported app carries it verbatim.

type Value = string | number | boolean | readonly string[];
type Numbers = Readonly<Record<string, number>>;
type Settings = Readonly<Record<string, string | number | boolean>>;

export interface PlanKnown {
	readonly value: Value;
	readonly from: 'measured' | 'declared' | 'answered' | 'assumed';
	readonly evidence: string;
	readonly at: string;
	/** Who answered, where the answers name a person. */
	readonly by?: string;
}

/** Lead, firstData, complete, freshness in seconds; once, monthly in dollars without work; effortOnce, effortMonthly in hours. Absent: unknown. */
export type PlanEstimate = Numbers;

export interface Rejection {
	readonly service: string;
	readonly reason: string;
	readonly source?: string;
}

export interface Alternative {
	readonly services: readonly string[];
	readonly estimate: PlanEstimate;
	readonly reason: string;
}

/** Where a value would flip the choice: "above 38 TB". `at` is written for people, `value` in the fact's unit. */
export interface Change {
	readonly fact: string;
	readonly direction: 'above' | 'below';
	readonly at: string;
	readonly value: number;
	readonly becomes: readonly string[];
}

export interface PlannedPlace {
	readonly id: string;
	readonly title: string;
	readonly where: string;
	/** The path chosen for it; absent when none is needed. */
	readonly path?: string;
	readonly settings: Settings;
	readonly reasons: readonly string[];
	readonly rejected: readonly Rejection[];
	readonly estimate: PlanEstimate;
}

/** Where statements come from: what `PlanKnown` says beside the value. */
export type Origin = Omit<PlanKnown, 'value'>;

/** Values by fact, below the key that their origin has among the `origins` of the plan. */
export type Statements = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** What rules read for the sources of a family in some places and is the same for all of them, unless one of them says otherwise. */
export interface Alike {
	readonly family: string;
	readonly places: readonly string[];
	readonly decidedBy: Statements;
}

/** `decidedBy`: what rules read for it and it does not share with the others of its family and place; `decidedBy()` tells it all. */
export interface PlannedSource {
	readonly id: string;
	readonly title: string;
	readonly kind: string;
	readonly family: string;
	readonly place: string;
	readonly account?: string;
	readonly region?: string;
	readonly strategy: string;
	readonly decidedBy: Statements;
	readonly estimate: PlanEstimate;
}

/** One route for the sources alike in everything that decides; the explanation stands here, once. */
export interface Flow {
	/** `^[a-z][a-z0-9-]{0,39}$`, stable over re-planning as long as sources and route stay. */
	readonly id: string;
	readonly title: string;
	readonly sources: readonly string[];
	readonly place: string;
	readonly carries: 'history' | 'changes' | 'both';
	readonly access: 'database connection' | 'API call' | 'stream' | 'batch file' | 'in place';
	/** In order of travel, path first. */
	readonly services: readonly string[];
	/** By service id: mode, sizing, options. */
	readonly settings: Readonly<Record<string, Settings>>;
	/** Id of a store. */
	readonly to: string;
	/** `once`, `continuous`, or a period such as `every 1 day`. */
	readonly cadence: string;
	readonly estimate: PlanEstimate;
	readonly assuming: readonly string[];
	readonly reasons: readonly string[];
	readonly cautions: readonly string[];
	readonly alternatives: readonly Alternative[];
	readonly rejected: readonly Rejection[];
	readonly changes: readonly Change[];
}

export interface Store {
	readonly id: string;
	readonly title: string;
	readonly zone: 'landing' | 'raw' | 'stage' | 'analytics' | 'features';
	/** `object store`, `table`, `online store`, `in place`. */
	readonly kind: string;
	readonly region?: string;
	readonly encrypted: boolean;
	/** Days after which objects move to cheaper storage or go; absent: never. */
	readonly archiveAfterDays?: number;
	readonly deleteAfterDays?: number;
	/** Existing store of the estate (source id), when data is read where it lies. */
	readonly existing?: string;
}

export interface Job {
	readonly id: string;
	readonly title: string;
	readonly does: 'crawl' | 'tidy' | 'merge' | 'compact' | 'quality' | 'join' | 'extract' | 'mask';
	/** Flow ids it follows. */
	readonly after: readonly string[];
	readonly from: string;
	readonly to: string;
	/** `rate` or `cron` in words the schedule needs: `every 1 day`. */
	readonly cadence: string;
	readonly settings: Settings;
	readonly because: string;
	/** What carries it; absent in a plan of an earlier version, and where the work needs no engine of its own. */
	readonly engine?: JobEngine;
}

export interface JobEngine {
	readonly id: string;
	/** Id of the engine with which the exported app builds the job, this one or not; absent: it builds no such job. */
	readonly builtBy?: string;
	readonly reasons: readonly string[];
	readonly rejected: readonly { readonly id: string; readonly reason: string }[];
}

export interface PlannedControl {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly regimes: readonly string[];
	readonly because: string;
	readonly practice?: string;
}

export interface Finding {
	readonly id: string;
	readonly severity: 'high' | 'medium' | 'low';
	/** Control id, or `line-capacity`, `residency`, `closed-service`, … */
	readonly control: string;
	readonly title: string;
	/** Source, place or flow ids. */
	readonly about: readonly string[];
	readonly says: string;
	readonly remedy: string;
}

export interface PlannedGrant {
	/** Flow or job id. */
	readonly to: string;
	readonly actions: readonly string[];
	/** Source or store id, `sources` for all those of the flow, or `key`. A store in place stands for the sources that are read there. */
	readonly on: string;
	readonly why: string;
}

export interface CostItem {
	/** Flow, place, job, store or control id. */
	readonly for: string;
	readonly service: string;
	readonly title: string;
	readonly per: 'once' | 'month';
	readonly quantity: number;
	readonly unit: string;
	readonly dollars: number;
	/** The price is confirmed by a primary source. */
	readonly sure: boolean;
}

export interface Costs {
	/** Dollars without work. */
	readonly oneOff: number;
	readonly monthly: number;
	/** Hours of work. */
	readonly workOnce: number;
	readonly workMonthly: number;
	readonly region: string;
	/** ISO date of the price book. */
	readonly asOf: string;
	readonly lines: readonly CostItem[];
	/** What could not be priced, and why. */
	readonly excluded: readonly { readonly for: string; readonly why: string }[];
}

export interface PlannedAssumption {
	readonly fact: string;
	readonly title: string;
	/** Place or source ids; empty for the workload. */
	readonly about: readonly string[];
	readonly value: Value;
	/** The value written for people. */
	readonly says: string;
}

export interface OpenQuestion {
	readonly id: string;
	readonly fact: string;
	readonly asks: string;
	readonly about: readonly string[];
	readonly effects: readonly string[];
}

export interface Step {
	/** 1-based, in order. */
	readonly number: number;
	readonly says: string;
	readonly owner: string;
	/** Seconds; absent: unknown. */
	readonly lead?: number;
	/** Number of the first wave that waits for it; absent where every wave does, or in a plan of an earlier version. */
	readonly wave?: number;
	/** Numbers of the steps that must be done first. */
	readonly after: readonly number[];
	/** The request to file or command to run, if there is one. */
	readonly request?: string;
}

/** What the textbook says and what holds today, where they differ for a source of this plan. */
export interface Textbook {
	readonly says: string;
	readonly today: string;
	readonly since?: string;
}

/** Sources of a wave that add the same for the same reason, the ones worth most for their days and money first. */
export interface WaveMember {
	readonly sources: readonly string[];
	readonly adds: 'label' | 'features' | 'perhaps features' | 'not known' | 'nothing that joins' | 'no training';
	/** Of 100 points; the label is worth them all. */
	readonly worth: number;
	readonly reason: string;
}

/** What is brought together, after everything in the waves before it. */
export interface Wave {
	/** 1-based. */
	readonly number: number;
	readonly title: string;
	/** What can be done once it is there. */
	readonly yields: string;
	/** Seconds from the start until all of it is there; absent: unknown. */
	readonly ready?: number;
	/** Dollars of its routes, and of the lines that it is the first to need. */
	readonly once: number;
	readonly monthly: number;
	/** Places whose line it is the first to need; what takes long is ordered on the first day all the same. */
	readonly lines: readonly string[];
	readonly members: readonly WaveMember[];
}

export interface Plan {
	readonly version: 2;
	/** ISO date for which it was made. */
	readonly asOf: string;
	readonly madeBy: string;
	/** sha256 of the documents it was made from, by name: estate, answers, catalog. */
	readonly madeFrom: Readonly<Record<string, string>>;
	/** Titles of every id that stands in the plan. */
	readonly names: Readonly<Record<string, string>>;
	readonly workload: Readonly<Record<string, PlanKnown>>;
	readonly origins: Readonly<Record<string, Origin>>;
	readonly strategy: {
		readonly id: string;
		readonly reasons: readonly string[];
		readonly rejected: readonly { readonly id: string; readonly reason: string }[];
		readonly changes: readonly Change[];
	};
	readonly places: readonly PlannedPlace[];
	readonly alike: readonly Alike[];
	readonly sources: readonly PlannedSource[];
	readonly flows: readonly Flow[];
	/** Sources without a route, and why. */
	readonly unserved: readonly {
		readonly source: string;
		readonly reasons: readonly string[];
		readonly rejected: readonly Rejection[];
	}[];
	readonly stores: readonly Store[];
	readonly jobs: readonly Job[];
	readonly controls: readonly PlannedControl[];
	readonly findings: readonly Finding[];
	readonly grants: readonly PlannedGrant[];
	readonly network: {
		/** Region where models train; empty: not said. */
		readonly region: string;
		/** No route to the internet from where models train. */
		readonly private: boolean;
		/** Interface and gateway endpoints, by service name (`s3`, `glue`, `logs`). */
		readonly gatewayEndpoints: readonly string[];
		readonly interfaceEndpoints: readonly string[];
	};
	readonly costs: Costs;
	readonly assumptions: readonly PlannedAssumption[];
	readonly questions: readonly OpenQuestion[];
	readonly gaps: readonly { readonly about: string; readonly why: string; readonly cure: string }[];
	readonly textbook: readonly Textbook[];
	/** Every source that has a route, in the order in which it is worth bringing. Absent in a plan of an earlier version. */
	readonly waves?: readonly Wave[];
	readonly steps: readonly Step[];
}
