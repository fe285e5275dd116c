import type { Advice } from './advice.ts';
import { type Laid, laidFor } from './laid.ts';
import { legsOf } from './routing/candidates.ts';
import type { Way } from './routing/ways.ts';

/** A source that goes another way by the second advice: services in order of travel, a text each route; none where nothing carries it. */
export interface ChangedRoutes {
	readonly source: string;
	readonly before: readonly string[];
	readonly after: readonly string[];
}

/** The sources of one estate whose routes differ between two advices about it, in the order of their ids. */
export function changedRoutes(before: Advice, after: Advice): readonly ChangedRoutes[] {
	const [first, second] = [laidFor(before), laidFor(after)];
	if (!first || !second) return [];
	const { sources } = first.ground;
	const [was, is] = [waysOf(first.places, sources.length), waysOf(second.places, sources.length)];
	const textsOf = teller();
	const found: ChangedRoutes[] = [];
	const alike = new Map<number, boolean>();
	for (let row = 0; row < sources.length; row++) {
		const pair = (was.of[row] as number) * is.all.length + (is.of[row] as number);
		const known = alike.get(pair);
		if (known === true) continue;
		const [old, now] = [textsOf(was.all[was.of[row] as number]), textsOf(is.all[is.of[row] as number])];
		if (known === undefined) alike.set(pair, old.all === now.all);
		if (old.all !== now.all) found.push({ source: sources[row]?.id ?? '', before: old.texts, after: now.texts });
	}
	return found;
}

interface Ways {
	/** For each source the number of its way; 0 where nothing carries it. */
	readonly of: Int32Array;
	readonly all: readonly (Way | undefined)[];
}

/** The ways of all places counted through. */
function waysOf(places: Laid['places'], many: number): Ways {
	const of = new Int32Array(many);
	const all: (Way | undefined)[] = [undefined];
	const firsts = new Map<readonly Way[], number>();
	for (const { rows, plan } of places) {
		const { ways } = plan;
		const first = firsts.get(ways.all) ?? all.length;
		if (!firsts.has(ways.all)) all.push(...ways.all);
		firsts.set(ways.all, first);
		for (let index = 0; index < rows.length; index++) {
			const way = ways.of[index] as number;
			if (way >= 0) of[rows[index] as number] = first + way;
		}
	}
	return { of, all };
}

interface Texts {
	readonly texts: readonly string[];
	readonly all: string;
}
const none: Texts = { texts: [], all: '' };

/** Many sources share a way. */
function teller(): (way: Way | undefined) => Texts {
	const known = new Map<Way, Texts>();
	return (way) => {
		if (!way) return none;
		const found = known.get(way);
		if (found) return found;
		const routes = way.carriers.map(({ entry }) =>
			legsOf(entry)
				.map(({ service }) => service)
				.join(' > '),
		);
		const texts = routes.toSorted();
		const made = { texts, all: texts.join('|') };
		known.set(way, made);
		return made;
	};
}
