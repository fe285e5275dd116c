import type { FactValue } from '../facts/fact.ts';
import type { Family, Where } from '../facts/families.ts';

/** One statement and where it comes from. Absent means unknown. */
export interface Known<T extends FactValue = FactValue> {
	readonly value: T;
	readonly from: 'measured' | 'declared' | 'answered' | 'assumed';
	/** What shows it: `cloudwatch BucketSizeBytes`, `rds:DescribeDBInstances`, a file name, a person. */
	readonly evidence: string;
	/** ISO date or date-time of the observation, UTC. */
	readonly at: string;
	/** Who answered, where the answers name a person. */
	readonly by?: string;
	/** The interval of a sampled number. */
	readonly between?: readonly [low: number, high: number];
}
export type Facts = Readonly<Record<string, Known>>;

/** A place where data lives or flows from. It describes itself, so that adding a kind touches its collector only. */
export interface Source {
	/** Stable, unique in the estate: an ARN, or `place/name` for what has none. */
	readonly id: string;
	readonly kind: string;
	readonly family: Family;
	readonly title: string;
	/** Id of a place. */
	readonly place: string;
	readonly account?: string;
	readonly region?: string;
	readonly facts: Facts;
}

/** Where sources stand together and share a line: a plant, a data centre, an AWS region of an account, a SaaS. */
export interface Place {
	readonly id: string;
	readonly title: string;
	readonly where: Where;
	readonly facts: Facts;
}

/** How the reading of a cell can end; only of the first two is everything known. */
export const cellStates = [
	'ok',
	'empty',
	'denied',
	'not-subscribed',
	'disabled',
	'unreachable',
	'timed-out',
	'unsupported',
	'failed',
] as const;
export type CellState = (typeof cellStates)[number];

/** States in which nothing is left to be read: what is not offered, or not signed up for, holds nothing. */
export const settledStates: ReadonlySet<CellState> = new Set(['ok', 'empty', 'not-subscribed', 'unsupported']);

/** How the reading of one kind in one region of one account ended. */
export interface Cell {
	readonly account: string;
	readonly region: string;
	readonly kind: string;
	/** The API action that decided the state, as IAM spells it: `rds:DescribeDBInstances`. */
	readonly action: string;
	readonly state: CellState;
	/** Which policy denied it, as AWS calls it: `service control policy`. */
	readonly layer?: string;
	readonly calls: number;
	/** Things found, those before a list broke off included: sources, and what carries data between them. */
	readonly found: number;
}

/** What could not be read, why, and what would cure it. */
export interface Gap {
	/** A source id, or `account/region/kind`. */
	readonly about: string;
	/** The fact that stays unknown, if it is one. */
	readonly fact?: string;
	/** The missing IAM action, if that is the reason. */
	readonly action?: string;
	readonly why: string;
	readonly cure: string;
}

/** What carries data from a source to its copy. */
export interface Link {
	readonly from: string;
	readonly to: string;
	readonly by: string;
	/** How old the copy was when it was read, in seconds since it last agreed with its source; absent where nobody knows. */
	readonly age?: Known<number>;
}

/** What was found. A fact holds for the nearest of source, place, workload. */
export interface Estate {
	readonly version: 1;
	readonly scanned: readonly Cell[];
	readonly workload: Facts;
	readonly places: readonly Place[];
	readonly sources: readonly Source[];
	readonly links: readonly Link[];
	readonly gaps: readonly Gap[];
}

/** The estate in which nothing has been found yet. */
export const emptyEstate: Estate = {
	version: 1,
	scanned: [],
	workload: {},
	places: [],
	sources: [],
	links: [],
	gaps: [],
};
