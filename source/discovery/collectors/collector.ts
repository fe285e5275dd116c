import type { CellState, Facts, Gap, Link, Place, Source } from '../../estate/estate.ts';
import type { Family } from '../../facts/families.ts';
import type { Caller } from '../clients/call.ts';
import type { ServiceName } from '../clients/services.ts';

/** One call that a collector makes. Allow-list, IAM policy and pacing are derived from these; what is not declared is refused. */
export interface DeclaredCall {
	readonly service: ServiceName;
	/** As in the SDK, without `Command`. */
	readonly operation: string;
	/** The permission that IAM asks for, where its name often differs: `s3:GetEncryptionConfiguration`. */
	readonly action: string;
	/** Calls a second that AWS allows an account in a region. */
	readonly rate: number;
	/** Calls that may be made at once after a pause. */
	readonly burst: number;
	/** A field that every answer of AWS carries; an answer without it did not come from AWS, and is not "nothing there". */
	readonly answers?: string;
	readonly why: string;
}

/** A CloudWatch metric that a collector reads. */
export interface Metric {
	readonly namespace: string;
	readonly name: string;
	readonly statistic: 'Average' | 'Sum' | 'Maximum';
	/** Days back that are read, a point each. */
	readonly days: number;
	readonly why: string;
}

/** Where a collector hands over what it finds, while it finds it. */
export interface Emit {
	source(source: Source): void;
	/** Facts about a source that was handed over before. */
	facts(id: string, facts: Facts): void;
	/** Facts about a source that another kind finds. They stand where that kind says nothing and nobody else says otherwise. */
	claim(id: string, facts: Facts): void;
	/** Where something stands outside AWS. Of two statements about one place the one that promises more stands. */
	place(place: Place): void;
	/**
	From a source to its copy, by the id of what carries it; an end that no kind finds is named as AWS names it. Told again with an
	age, once that is known.
	*/
	link(link: Link): void;
	/** Counts a thing that was listed and is told neither as a source nor as a link. */
	seen(id: string): void;
	/** `state`: how a cell ends that the gap is about, since its list is not whole; failed where left out. */
	gap(gap: Gap, state?: CellState): void;
}

export interface Reading {
	readonly caller: Caller;
	readonly account: string;
	/** The region that is read; for a global kind the one that is asked. */
	readonly region: string;
	/** What a gap about the whole cell is about: `account/region/kind`. */
	readonly cell: string;
	readonly now: () => Date;
	readonly signal: AbortSignal;
	readonly emit: Emit;
}

/** Reads one kind of source, or of what carries data from one to another, metadata only. */
export interface Collector {
	readonly title: string;
	readonly family: Family;
	/** `global`: one list holds the sources of all regions. */
	readonly scope: 'region' | 'global';
	/** The list call first: it decides whether the kind could be read. */
	readonly calls: readonly [DeclaredCall, ...DeclaredCall[]];
	readonly metrics?: readonly Metric[];
	/**
	Lists, hydrates while listing, then measures. A detail that is denied becomes a gap and its fact stays unknown; a list that
	fails rejects with the SDK's own error.
	*/
	collect(reading: Reading): Promise<void>;
}
