import type { Gathering } from '../gathering.ts';
import type { Budget } from '../limits.ts';
import type { Bytes } from './bytes.ts';
import type { Packing } from './packing.ts';

/** What the reading of one file has at hand, and how far it may go. */
export interface TextReading {
	readonly gathering: Gathering;
	readonly budget: Budget;
	readonly signal: AbortSignal;
	readonly random: () => number;
	/** Bytes of this file that may be read. */
	readonly allowed: number;
	/** Bytes of one span, when not all may be read. */
	readonly each: number;
	/** What a new table is called. */
	readonly table: string;
}

/** What rows a text holds: delimited cells, a JSON record a line, or lines as they are. */
export type TextKind = 'delimited' | 'records' | 'plain';

export interface TextFile {
	readonly bytes: Bytes;
	readonly start: Uint8Array;
	readonly kind: TextKind;
	/** As the vocabulary names it. */
	readonly format: string;
	readonly packing: Packing | undefined;
}
