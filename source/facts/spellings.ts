import type { Unit } from './fact.ts';
import { periods } from './units.ts';

/** One way of writing an amount: the number, then `name`. Its value in the vocabulary's unit is number x times / over. */
export interface Spelling {
	readonly name: string;
	/** Written in place of `name` after the number 1. */
	readonly one?: string;
	readonly times: number;
	readonly over: number;
	/** Used only for a number that no other spelling can tell exactly. */
	readonly lastResort?: true;
}

const year = 12 * periods.month;

/** Bytes by name. Decimal first: that is what people mean and what is preferred when printing. */
const sizes = {
	PB: 1e15,
	TB: 1e12,
	GB: 1e9,
	MB: 1e6,
	KB: 1e3,
	PiB: 2 ** 50,
	TiB: 2 ** 40,
	GiB: 2 ** 30,
	MiB: 2 ** 20,
	KiB: 2 ** 10,
	B: 1,
} as const;

const bits = { Gbps: 1e9, Mbps: 1e6, kbps: 1e3, bps: 1 } as const;

const plain = (name: string, times: number, over = 1): Spelling => ({ name, times, over });
const sized = Object.entries(sizes).map(([name, times]) => plain(name, times));
const rated = (['day', 'second', 'month', 'week'] as const).flatMap((period) =>
	Object.entries(sizes)
		.filter(([name]) => period === 'day' || period === 'second' || !name.includes('i'))
		.map(([name, times]) => plain(`${name}/${period === 'second' ? 's' : period}`, times, periods[period])),
);

/** How amounts of a unit are printed, the preferred spelling first. The last one has factor 1, so that every number fits. */
export const spellings: Readonly<Record<Unit, readonly Spelling[]>> = {
	bytes: sized,
	'bytes-per-second': [...rated, { ...plain('B/s', 1), lastResort: true }],
	'bits-per-second': Object.entries(bits).map(([name, times]) => plain(name, times)),
	seconds: [
		{ name: 'years', one: 'year', times: year, over: 1 },
		{ name: 'months', one: 'month', times: periods.month, over: 1 },
		{ name: 'weeks', one: 'week', times: periods.week, over: 1 },
		{ name: 'days', one: 'day', times: periods.day, over: 1 },
		plain('h', periods.hour),
		plain('min', periods.minute),
		plain('s', 1),
	],
	'per-second': [plain('/s', 1)],
	'per-month': [plain('/month', 1)],
	dollars: [plain('', 1)],
	hours: [plain('h', 1)],
	count: [plain('', 1)],
	share: [plain('%', 1, 100), { ...plain('', 1), lastResort: true }],
};

type Names = Readonly<Record<string, readonly [times: number, over: number]>>;

const of = (table: Readonly<Record<string, number>>, over = 1): Names =>
	Object.fromEntries(Object.entries(table).map(([name, times]) => [name, [times, over]]));

const periodNames: Readonly<Record<string, number>> = Object.fromEntries(
	(
		[
			[periods.second, 's sec second seconds'],
			[periods.minute, 'm min minute minutes'],
			[periods.hour, 'h hr hour hours'],
			[periods.day, 'd day days'],
			[periods.week, 'w week weeks'],
			[periods.month, 'mo month months'],
			[year, 'y year years'],
		] as const
	).flatMap(([seconds, names]) => names.split(' ').map((name) => [name, seconds] as const)),
);

const moreSizes: Names = { ...of(sizes), ...of({ kB: 1e3, EB: 1e18, EiB: 2 ** 60, byte: 1, bytes: 1 }) };
/** A small `mbps` is always meant in bits. */
const lines: Names = of({ ...bits, Kbps: 1e3, Tbps: 1e12, mbps: 1e6, gbps: 1e9, MBps: 8e6, GBps: 8e9, kBps: 8e3 });
const bitSizes: Names = of({ bit: 1, kbit: 1e3, Mbit: 1e6, Gbit: 1e9, kb: 1e3, Mb: 1e6, Gb: 1e9, Tb: 1e12 });
const multiples: Names = of({
	'': 1,
	k: 1e3,
	thousand: 1e3,
	M: 1e6,
	million: 1e6,
	billion: 1e9,
	bn: 1e9,
	trillion: 1e12,
});
const things = /^(?:records?|events?|messages?|rows?|items?|requests?|reads?|times?)?$/;

/** What stands after the number, told as factors; undefined if nobody writes an amount of this unit so. */
export function factorsOf(unit: Unit, name: string): readonly [times: number, over: number] | undefined {
	const [before, period] = rateOf(name);
	switch (unit) {
		case 'bytes':
			return look(moreSizes, name);
		case 'bytes-per-second':
			return (
				per(look(moreSizes, before), period) ??
				scaled(look(lines, name), 8) ??
				scaled(per(exact(bitSizes, before), period), 8)
			);
		case 'bits-per-second':
			return (
				look(lines, name) ?? per(exact(bitSizes, before), period) ?? scaled(per(look(moreSizes, before), period), 1 / 8)
			);
		case 'seconds':
			return name === 'ms' ? [1, 1000] : look(of(periodNames), name);
		case 'per-second':
		case 'per-month': {
			const [many = '', thing = ''] = splitMany(before);
			const known = things.test(thing) ? look(multiples, many) : undefined;
			const base = unit === 'per-second' ? 1 : periods.month;
			if (period === undefined) return thing === '' ? known : undefined;
			const length = periodNames[period];
			// A rate in its own unit is not scaled there and back, which would cost the last digit.
			if (length === base) return known;
			return known && length ? [known[0] * base, known[1] * length] : undefined;
		}
		case 'dollars':
			return look({ ...multiples, USD: [1, 1], dollars: [1, 1], dollar: [1, 1] }, name);
		case 'hours':
			return name === '' ? [1, 1] : scaled(look(of(periodNames), name), 3600);
		case 'count':
			return look(multiples, name);
		case 'share':
			return look({ '': [1, 1], '%': [1, 100], percent: [1, 100] }, name);
		default:
			return unit satisfies never;
	}
}

/** `GB per day`, `GB a day` and `GB/day` alike: what is counted, and the period's name. */
function rateOf(name: string): readonly [before: string, period: string | undefined] {
	const parts = /^(.*?)\s*(?:\/|\bper\b|\ban?\b)\s*([a-z]+)$/.exec(name);
	return parts ? [parts[1] ?? '', parts[2]] : [name, undefined];
}

const splitMany = (text: string): readonly string[] => {
	const words = text.split(/\s+/);
	if (words.length > 1) return [words[0] ?? '', words.slice(1).join(' ')];
	return Object.hasOwn(multiples, text) ? [text] : ['', text];
};

const per = (found: Names[string] | undefined, period: string | undefined): Names[string] | undefined => {
	const seconds = period === undefined ? undefined : periodNames[period];
	return found && seconds !== undefined ? [found[0], found[1] * seconds] : undefined;
};

const scaled = (found: Names[string] | undefined, over: number): Names[string] | undefined =>
	found && [found[0], found[1] * over];

const exact = (names: Names, name: string): Names[string] | undefined =>
	Object.hasOwn(names, name) ? names[name] : undefined;

/** Case tells bits from bytes, so it counts; only a name written all small or all large is read generously. */
function look(names: Names, name: string): Names[string] | undefined {
	if (Object.hasOwn(names, name)) return names[name];
	if (name !== name.toLowerCase() && name !== name.toUpperCase()) return undefined;
	const small = name.toLowerCase();
	const alike = Object.keys(names).filter((known) => known.toLowerCase() === small);
	const [first] = alike;
	if (first === undefined || alike.some((other) => names[other]?.[0] !== names[first]?.[0])) return undefined;
	return names[first];
}
