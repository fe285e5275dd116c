import type { Call } from '../../../source/discovery/clients/call.ts';

/** How large an account is, and how its lists are cut. */
export interface Seeded {
	readonly account: string;
	readonly regions: readonly string[];
	/** Things in a region, by the service and operation that lists them. */
	readonly count: (listing: string, region: string) => number;
	/** Things on a page at most. */
	readonly page: number;
}

export type Asking = Pick<Call, 'operation' | 'region'> & {
	readonly service: string;
	readonly input: Readonly<Record<string, unknown>>;
};

/** Names as they were made: a list of thousands is asked for page by page. */
const made = new WeakMap<Seeded, Map<string, readonly string[]>>();

/** The names of the things that a list holds in a region. */
export function namesOf(seeded: Seeded, listing: string, region: string): readonly string[] {
	const known = made.get(seeded) ?? new Map<string, readonly string[]>();
	made.set(seeded, known);
	const key = `${region} ${listing}`;
	const before = known.get(key);
	if (before) return before;
	const word = (listing.split(':')[1] ?? '').replace(/^(?:List|Describe|Get)/, '').toLowerCase();
	const names = Array.from(
		{ length: seeded.count(listing, region) },
		(_, index) => `${word}-${region}-${String(index).padStart(5, '0')}`,
	);
	known.set(key, names);
	return names;
}
