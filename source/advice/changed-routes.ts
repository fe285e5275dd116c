import type { Advice } from './advice.ts';
import { type Laid, laidFor } from './laid.ts';
import { legsOf } from './routing/candidates.ts';
import { wayAt } from './routing/line-plan.ts';
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
	for (let row = 0; row < sources.length; row++) {
		const [old, now] = [textsOf(was[row]), textsOf(is[row])];
		if (old.all === now.all) continue;
		found.push({ source: sources[row]?.id ?? '', before: old.texts, after: now.texts });
	}
	return found;
}

function waysOf(places: Laid['places'], many: number): readonly (Way | undefined)[] {
	const ways = new Array(many) as (Way | undefined)[];
	for (const { rows, plan } of places)
		for (let index = 0; index < rows.length; index++) ways[rows[index] as number] = wayAt(plan, index);
	return ways;
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
