import { type Carrier, type Entry, orderOf } from './arrange.ts';

/** Routes that together carry what a source needs, whatever they come to; one for all sources that take the same. */
export interface Way {
	readonly carriers: readonly Carrier[];
	/** The same as numbers, see `carrierCode`. */
	readonly codes: readonly number[];
	/** 2 holds, 1 unknown. */
	readonly outcome: number;
	readonly order: number;
	/** Its place among the ways of its line and ground. */
	readonly number: number;
}

const parts = ['history', 'changes', 'both'] as const;
const purposes = ['all', 'serve', 'keep'] as const;
/** Parts and purposes as numbers. */
export const [history, changes, both] = [0, 1, 2];
export const [all, serve, keep] = [0, 1, 2];

/** A carrier as a number, counted from 1: the place of its route among those that pass, part and purpose. */
export const carrierCode = (place: number, part: number, purpose: number): number =>
	(place * 3 + part) * 3 + purpose + 1;

/** The ways of an outlook, each made once. */
export interface Ways {
	/** That of up to three carriers as numbers, counted from 1; 0 for none. */
	readonly of: (first: number, second: number, third: number) => Way;
	/** That of carriers which were found one by one. */
	readonly ofCarriers: (carriers: readonly Carrier[]) => Way;
}

/** Carriers of a way fit into one number, three of up to so many. */
const most = 100_000;

/** Makes ways of the routes that pass, and adds them to those of the line. */
export function waysOf(entries: readonly Entry[], all: Way[] = []): Ways {
	// Nearly all are of one carrier.
	const single: (Way | undefined)[] = [];
	const known = new Map<number, Way>();
	const make = (codes: readonly number[]): Way => {
		const carriers = codes.map((code) => carrierOf(entries, code));
		const way = {
			carriers,
			codes,
			outcome: Math.min(...carriers.map(({ entry }) => entry.weighed.outcome)),
			order: carriers.reduce((sum, { entry }) => sum + orderOf(entry), 0),
			number: all.length,
		};
		all.push(way);
		return way;
	};
	const of: Ways['of'] = (first, second, third) => {
		if (second === 0) {
			const found = single[first] ?? make([first]);
			single[first] = found;
			return found;
		}
		const key = (third * most + second) * most + first;
		const found = known.get(key) ?? make(third === 0 ? [first, second] : [first, second, third]);
		known.set(key, found);
		return found;
	};
	return {
		of,
		ofCarriers: (carriers) => {
			const [first = 0, second = 0, third = 0] = carriers.map(({ entry, part, purpose }) =>
				carrierCode(entries.indexOf(entry), parts.indexOf(part), purposes.indexOf(purpose)),
			);
			return of(first, second, third);
		},
	};
}

/** The carrier that a number stands for. */
function carrierOf(entries: readonly Entry[], counted: number): Carrier {
	const code = counted - 1;
	const entry = entries[Math.floor(code / 9)] as Entry;
	return {
		entry,
		part: parts[Math.floor(code / 3) % 3] as Carrier['part'],
		purpose: purposes[code % 3] as Carrier['purpose'],
	};
}
