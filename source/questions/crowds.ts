import type { Advice } from '../advice/advice.ts';
import { readsOf } from '../advice/explaining/assumptions.ts';
import type { Ground } from '../advice/ground/ground.ts';
import type { Source } from '../estate/estate.ts';
import { type IsOpen, scopeOf } from './open-facts.ts';

/** Which sources are tried, and for which others what is found of them holds. */
export interface Crowd {
	readonly isStanding: (source: string) => boolean;
	/** Ids of those for whom a fact of a standing source was tried, its own among them. */
	readonly of: (source: string, fact: string) => readonly string[];
}

/** Up to this many sources each is tried. */
const each = 60;

/** Every source stands for itself in a small estate; in a large one each flow has one for every fact that is open. */
export function crowds(ground: Ground, advice: Advice, isOpen: IsOpen): Crowd {
	if (ground.sources.length <= each) return { isStanding: () => true, of: (source) => [source] };
	const reads = readsOf(ground);
	const openOf = (source: Source): readonly string[] =>
		reads.source(source.family).filter((fact) => scopeOf(ground, fact) === 'source' && isOpen(source, fact));
	const standing = new Map<string, (fact: string) => Shares>();
	for (const alike of Map.groupBy(ground.sources, flowsOf(ground, advice)).values()) {
		const chosen = choose(alike, openOf);
		const shares = sharer(alike, chosen, (one, fact) => scopeOf(ground, fact) !== 'source' || isOpen(one, fact));
		for (const { id } of chosen) standing.set(id, shares);
	}
	return {
		isStanding: (source) => standing.has(source),
		of: (source, fact) => {
			const shares = standing.get(source);
			return shares ? (shares(fact).get(source) ?? []) : [source];
		},
	};
}

/** For whom each of the standing sources was tried. */
type Shares = ReadonlyMap<string, readonly string[]>;

/** Shares those for whom a fact matters out among the standing ones for whom it does; worked out once a fact. */
function sharer(
	alike: readonly Source[],
	standing: readonly Source[],
	has: (one: Source, fact: string) => boolean,
): (fact: string) => Shares {
	const known = new Map<string, Shares>();
	return (fact) => {
		const found = known.get(fact);
		if (found) return found;
		const trying = standing.filter((one) => has(one, fact));
		const shares = new Map(trying.map(({ id }): [string, string[]] => [id, []]));
		alike
			.filter((one) => has(one, fact))
			.forEach(({ id }, index) => {
				shares.get(trying[index % trying.length]?.id ?? '')?.push(id);
			});
		known.set(fact, shares);
		return shares;
	};
}

/** Sources of one family that take the same routes and for which the same was rejected: over a shared line of one place, in AWS of any. */
function flowsOf({ places }: Ground, { flows }: Advice): (source: Source) => string {
	const numbers = new Map<string, number>();
	const routes = new Map<string, string>();
	const isAws = (place: string): boolean => (places.get(place)?.where ?? 'aws') === 'aws';
	for (const { sources, place, winner, rejected } of flows) {
		const { route, carries, strategy } = winner;
		const key = JSON.stringify([isAws(place) ? '' : place, route, carries, strategy, rejected]);
		const number = numbers.get(key) ?? numbers.size;
		numbers.set(key, number);
		for (const id of sources) routes.set(id, `${routes.get(id) ?? ''}${number},`);
	}
	return ({ id, family, place }) => `${family}|${routes.get(id) ?? (isAws(place) ? '' : place)}`;
}

/** Those with the most open facts first, until each fact that is open in some is open in one of them. */
function choose(alike: readonly Source[], openOf: (source: Source) => readonly string[]): readonly Source[] {
	const covered = new Set<string>();
	const open = new Map(alike.map((source) => [source, openOf(source)]));
	const ranked = alike.toSorted((a, b) => (open.get(b)?.length ?? 0) - (open.get(a)?.length ?? 0));
	return ranked.filter((source, index) => {
		const own = open.get(source) ?? [];
		if (index > 0 && own.every((fact) => covered.has(fact))) return false;
		for (const fact of own) covered.add(fact);
		return true;
	});
}
