import type { Unit } from './fact.ts';
import { factorsOf, type Spelling, spellings } from './spellings.ts';

const number = /^(\d{1,3}(?:[,_ ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(e[+-]?\d{1,3})?/i;

/**
An amount as people write it (`1.5 TiB`, `20 GB/day`, `200 Mbps`, `1 h 30 min`, `50 %`, `$1,200`) in the vocabulary's unit;
undefined if it cannot be read. 0 needs no unit; sizes, rates and times otherwise do, since a bare 2 could be anything.
*/
export function readAmount(unit: Unit, text: string): number | undefined {
	let rest = text.trim();
	if (unit === 'dollars') rest = rest.replace(/^(?:\$|USD\b)\s*/i, '');
	if (/^0+(?:\.0+)?$/.test(rest)) return 0;
	if (unit !== 'seconds') return readOne(unit, rest);
	// Times may be told in parts: 1 h 30 min.
	let total = 0;
	for (const part of rest.split(/(?<=[a-z])\s*(?:,|and\s)?\s*(?=\d)/i)) {
		const read = readOne(unit, part);
		if (read === undefined) return undefined;
		total += read;
	}
	return total;
}

function readOne(unit: Unit, text: string): number | undefined {
	const found = number.exec(text);
	if (!found) return undefined;
	const [whole, digits = '', power = ''] = found;
	const factors = factorsOf(unit, text.slice(whole.length).trim());
	const value = Number(digits.replace(/[,_ ]/g, '') + power);
	return factors && Number.isFinite(value) ? (value * factors[0]) / factors[1] : undefined;
}

interface Written {
	readonly text: string;
	readonly digits: number;
}

/** The shortest text that is read back as exactly this number. */
export function exactAmount(unit: Unit, value: number): Written {
	if (value === 0) return write(unit, '0', base(unit));
	let best: Written | undefined;
	for (const spelling of spellings[unit]) {
		const digits = exactDigits(value, spelling);
		if (digits === undefined) continue;
		const written = write(unit, digits, spelling);
		if (spelling.lastResort && best) continue;
		if (!best || written.digits < best.digits) best = written;
	}
	return best ?? write(unit, String(value), base(unit));
}

/** Three digits, in the largest preferred unit in which the number is at least 1. */
export function roundedAmount(unit: Unit, value: number): string {
	const preferred = spellings[unit].filter(({ name }) => !/i?B\/(?:s|week|month)|iB/.test(name));
	const fitting = preferred.find(({ times, over }) => roundTo3((value * over) / times) >= 1) ?? base(unit);
	const amount = roundTo3((value * fitting.over) / fitting.times);
	if (unit === 'count' || unit === 'dollars') return write(unit, counted(value), fitting).text;
	return write(unit, String(amount), fitting).text;
}

const roundTo3 = (value: number): number => Number(value.toPrecision(3));

/** 1,234,567 up to ten million, then 12.3 million. */
function counted(value: number): string {
	const large = [
		[1e12, 'trillion'],
		[1e9, 'billion'],
		[1e6, 'million'],
	] as const;
	const [factor, name] = (value >= 1e7 && large.find(([least]) => roundTo3(value) >= least)) || [1, ''];
	if (name) return `${roundTo3(value / factor)} ${name}`;
	const shown = value >= 1000 ? Math.round(value) : roundTo3(value);
	return shown >= 1000 ? inThousands(shown) : String(shown);
}

/** A whole number with its thousands set apart: `1,234,567`. */
export const inThousands = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** The spelling of zero, and the last resort: rates of bytes a day, everything else in its own unit. */
function base(unit: Unit): Spelling {
	const all = spellings[unit];
	const last = all.at(-1);
	const daily = unit === 'bytes-per-second' ? all.find(({ name }) => name === 'B/day') : undefined;
	const share = unit === 'share' ? all[0] : undefined;
	const found = daily ?? share ?? last;
	if (!found) throw new TypeError(`The unit ${unit} has no spelling.`);
	return found;
}

function exactDigits(value: number, { times, over }: Spelling): string | undefined {
	const amount = (value * over) / times;
	// Below a thousandth the next smaller unit is the sensible one; the last spelling takes what is left.
	if (amount < 1e-3 && times / over !== 1) return undefined;
	for (let precision = 1; precision <= 17; precision += 1) {
		const short = Number(amount.toPrecision(precision));
		if ((short * times) / over === value) return String(short);
	}
	return undefined;
}

function write(unit: Unit, digits: string, spelling: Spelling): Written {
	const name = digits === '1' ? (spelling.one ?? spelling.name) : spelling.name;
	const glue = name === '' || name.startsWith('/') ? '' : ' ';
	const text = `${unit === 'dollars' ? '$' : ''}${digits}${glue}${name}`;
	// 200 Mbps reads better than 0.2 Gbps, and nobody writes 2e3.
	const clumsy = (digits.startsWith('0.') ? 2 : 0) + (digits.includes('e') ? 4 : 0);
	return { text, digits: digits.length + clumsy };
}
