import { type Distinct, distinctValues } from './distinct.ts';
import { formOf } from './form.ts';
import { hashNumber, hashText } from './hash.ts';
import { type Moments, moments } from './moments.ts';
import { personalIn } from './personal.ts';
import { isZoned, kindOf, timeOf } from './written-value.ts';

/** Kinds a value may be of, with those that only typed formats have. */
export const kinds = [
	'boolean',
	'integer',
	'decimal',
	'timestamp',
	'date',
	'text',
	'list',
	'record',
	'binary',
] as const;
export type ValueKind = (typeof kinds)[number];

/** What is counted of one column while rows come. */
export interface ColumnTally {
	readonly name: string;
	readonly kinds: Record<ValueKind, number>;
	readonly numbers: Moments;
	readonly times: Moments;
	readonly lengths: Moments;
	readonly values: Distinct;
	readonly forms: Record<string, number>;
	readonly personal: Record<string, number>;
	classed: number;
	zoned: number;
	clocked: number;
	present: number;
	/** Present values by piece, and those of each kind. */
	readonly presentIn: number[];
	readonly textIn: number[];
	/** The value as a number (amounts and times) or as its hash, for rows that are kept; `NaN` where it is missing. */
	readonly kept: Float64Array;
	/** 1: an amount or a time; 0: a hash. */
	readonly measured: Uint8Array;
	/** The row, counted from 1, that wrote a kept place. */
	readonly writtenBy: Float64Array;
	/** Takes a value; gives its hash, 0 for a missing one. `slot` is the place among kept rows, or -1. */
	add(value: unknown, piece: number, slot: number, row: number): number;
}

/** After so many texts only each sixteenth is looked into for its form and class. */
const lookedAtAll = 4000;

export function columnTally(name: string, keptRows: number): ColumnTally {
	const tally: ColumnTally = {
		name,
		kinds: { boolean: 0, integer: 0, decimal: 0, timestamp: 0, date: 0, text: 0, list: 0, record: 0, binary: 0 },
		numbers: moments(),
		times: moments(),
		lengths: moments(),
		values: distinctValues(),
		forms: {},
		personal: {},
		classed: 0,
		zoned: 0,
		clocked: 0,
		present: 0,
		presentIn: [],
		textIn: [],
		kept: new Float64Array(keptRows),
		measured: new Uint8Array(keptRows),
		writtenBy: new Float64Array(keptRows),
		add(value, piece, slot, row) {
			let amount = Number.NaN;
			let hash = 0;
			let kind: ValueKind = 'text';
			switch (typeof value) {
				case 'string': {
					const written = kindOf(value);
					if (written === 'missing') break;
					kind = written;
					hash = hashText(value);
					if (written === 'integer' || written === 'decimal') amount = Number(value);
					else if (written === 'timestamp' || written === 'date') {
						amount = timeOf(value);
						if (written === 'timestamp') {
							tally.clocked += 1;
							if (isZoned(value)) tally.zoned += 1;
						}
					}
					tally.lengths.add(value.length);
					lookInto(tally, value, written === 'text');
					break;
				}
				case 'number':
					if (Number.isNaN(value)) break;
					kind = Number.isInteger(value) ? 'integer' : 'decimal';
					amount = value;
					hash = hashNumber(value);
					if (value >= 1e12 && kind === 'integer') lookInto(tally, String(value), false);
					break;
				case 'bigint':
					kind = 'integer';
					amount = Number(value);
					hash = hashText(String(value));
					break;
				case 'boolean':
					kind = 'boolean';
					hash = value ? 2 : 1;
					break;
				case 'object':
					if (value === null) break;
					if (value instanceof Date) {
						amount = value.getTime();
						if (Number.isNaN(amount)) break;
						kind = 'timestamp';
						tally.clocked += 1;
						hash = hashNumber(amount);
					} else if (value instanceof Uint8Array) {
						kind = 'binary';
						hash = hashText(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1'));
					} else {
						kind = Array.isArray(value) ? 'list' : 'record';
						hash = hashText(textOfNested(value));
					}
					break;
				default:
					break;
			}
			if (slot >= 0) {
				const isAmount = !Number.isNaN(amount);
				tally.kept[slot] = hash === 0 ? Number.NaN : isAmount ? amount : hash;
				tally.measured[slot] = isAmount ? 1 : 0;
				tally.writtenBy[slot] = row;
			}
			if (hash === 0) return 0;
			tally.present += 1;
			tally.presentIn[piece] = (tally.presentIn[piece] ?? 0) + 1;
			tally.kinds[kind] += 1;
			if (kind === 'text') tally.textIn[piece] = (tally.textIn[piece] ?? 0) + 1;
			else if (kind === 'timestamp' || kind === 'date') tally.times.add(amount);
			else if (!Number.isNaN(amount)) tally.numbers.add(amount);
			tally.values.add(hash);
			return hash;
		},
	};
	return tally;
}

function lookInto(tally: ColumnTally, text: string, plain: boolean): void {
	if (tally.present > lookedAtAll && tally.present % 16 !== 0) return;
	tally.classed += 1;
	const form = plain ? formOf(text) : undefined;
	if (form !== undefined) tally.forms[form] = (tally.forms[form] ?? 0) + 1;
	const found = personalIn(text);
	if (found !== undefined) tally.personal[found] = (tally.personal[found] ?? 0) + 1;
}

const textOfNested = (value: object): string =>
	JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
