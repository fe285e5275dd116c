import { HeadwaterError } from '../errors.ts';
import type { Estate, Facts, Known } from './estate.ts';

/**
One estate of several. What stands in two of them is one: facts are united, a measured one before a declared one and the
later one of two alike; titles and the like are the first one's. Of two readings of the same cell the later in the list
holds. Two different things under one id are a HeadwaterError `same-id`.
*/
export function mergeEstates(...estates: readonly Estate[]): Estate {
	const all = <Part>(partsOf: (estate: Estate) => readonly Part[]): readonly Part[] => estates.flatMap(partsOf);
	return {
		version: 1,
		scanned: unique(
			all(({ scanned }) => scanned),
			({ account, region, kind }) => [account, region, kind],
			(_, later) => later,
		),
		workload: estates.reduce<Facts>((united, { workload }) => unite(united, workload), {}),
		places: unique(
			all(({ places }) => places),
			({ id }) => [id],
			(first, later) => {
				refuseOther('place', first.id, first.where, later.where);
				return { ...first, facts: unite(first.facts, later.facts) };
			},
		),
		sources: unique(
			all(({ sources }) => sources),
			({ id }) => [id],
			(first, later) => {
				refuseOther('source', first.id, first.family, later.family);
				refuseOther('source', first.id, first.place, later.place);
				return { ...first, facts: unite(first.facts, later.facts) };
			},
		),
		links: unique(
			all(({ links }) => links),
			({ from, to, by }) => [from, to, by],
		),
		gaps: unique(
			all(({ gaps }) => gaps),
			({ about, fact, action, why }) => [about, fact, action, why],
		),
	};
}

function unique<Part>(
	parts: readonly Part[],
	keyOf: (part: Part) => readonly (string | undefined)[],
	both: (first: Part, later: Part) => Part = (first) => first,
): readonly Part[] {
	const found = new Map<string, Part>();
	for (const part of parts) {
		const key = JSON.stringify(keyOf(part));
		const first = found.get(key);
		found.set(key, first === undefined ? part : both(first, part));
	}
	return [...found.values()];
}

/** Facts of both; of two statements the better founded one, else the later one. */
function unite(first: Facts, later: Facts): Facts {
	const united: Record<string, Known> = { ...first };
	for (const [fact, known] of Object.entries(later)) {
		const stands = united[fact];
		if (stands === undefined || weight(known) > weight(stands)) united[fact] = known;
		else if (weight(known) === weight(stands) && known.at >= stands.at) united[fact] = known;
	}
	return united;
}

const order: readonly Known['from'][] = ['assumed', 'declared', 'measured', 'answered'];
const weight = ({ from }: Known): number => order.indexOf(from);

function refuseOther(what: string, id: string, first: string, later: string): void {
	if (first === later) return;
	throw new HeadwaterError('same-id', {
		message: `Two different things are called ${what} "${id}": one is ${first}, the other ${later}.`,
		wayOut: 'Give one of them another id. Ids are unique in an estate; `place/name` keeps them apart.',
	});
}
