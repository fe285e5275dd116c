import type { Advice } from '../advice/advice.ts';
import { readsOf } from '../advice/assumptions.ts';
import type { Ground } from '../advice/ground.ts';
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
	const standing = new Map<string, { readonly alike: readonly Source[]; readonly standing: readonly Source[] }>();
	for (const alike of Map.groupBy(ground.sources, flowsOf(advice)).values()) {
		const chosen = choose(alike, openOf);
		for (const { id } of chosen) standing.set(id, { alike, standing: chosen });
	}
	return {
		isStanding: (source) => standing.has(source),
		of: (source, fact) => {
			const crowd = standing.get(source);
			if (!crowd) return [source];
			const has = (one: Source) => scopeOf(ground, fact) !== 'source' || isOpen(one, fact);
			const trying = crowd.standing.filter(has);
			const share = trying.findIndex(({ id }) => id === source);
			return crowd.alike.filter(has).flatMap(({ id }, index) => (index % trying.length === share ? [id] : []));
		},
	};
}

/** Sources of one family that take the same routes. */
function flowsOf({ flows }: Advice): (source: Source) => string {
	const routes = new Map<string, string>();
	for (const [index, { sources }] of flows.entries()) {
		for (const id of sources) routes.set(id, `${routes.get(id) ?? ''}${index},`);
	}
	return ({ id, family }) => `${family}|${routes.get(id) ?? ''}`;
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
