import type { Known, Place, Source } from '../../estate/estate.ts';
import { isOfLine } from '../../facts/fact.ts';

/** The nearest statement about a source, a place or (undefined) the workload. */
export type Read = (about: Source | Place | undefined, fact: string) => Known | undefined;

/** First parts of region names: what a residency may name as an area. */
const areas = ['af', 'ap', 'ca', 'cn', 'eu', 'il', 'me', 'mx', 'sa', 'us'];

/** Facts that follow from others, with the facts they follow from. */
export const followsFrom: Readonly<Record<string, readonly string[]>> = {
	'region.same': ['training.region'],
	'account.same': ['training.account'],
	'residency.met': ['residency', 'training.region'],
	'engine.release': ['engine.version'],
};

/** Facts with those they follow from, each once. */
export function withRoots(facts: Iterable<string>): readonly string[] {
	const found = new Set<string>();
	for (const fact of facts) {
		found.add(fact);
		for (const root of followsFrom[fact] ?? []) found.add(root);
	}
	return [...found];
}

/** Facts that may turn when another does. */
export const followers: ReadonlySet<string> = new Set([...Object.keys(followsFrom), 'freshness']);

/** The facts whose value may turn with one, itself first. */
export const turnsWith = (fact: string): readonly string[] => turning.get(fact) ?? [fact];

/** The facts with which one may turn, itself first. */
export const rootsOf = (fact: string): readonly string[] => [
	fact,
	...[...turning].flatMap(([root, turns]) => (root !== fact && turns.includes(fact) ? [root] : [])),
];

/** Facts from which others follow, with themselves and those. */
export const turning: ReadonlyMap<string, readonly string[]> = new Map(
	[...new Set([...Object.values(followsFrom).flat(), 'scoring', 'features.freshness'])].map((fact) => [
		fact,
		[
			fact,
			...Object.entries(followsFrom).flatMap(([follower, from]) => (from.includes(fact) ? [follower] : [])),
			...(fact === 'scoring' || fact === 'features.freshness' ? ['freshness'] : []),
		],
	]),
);

/** Adds what follows from what is stated: where a source stands, whether it stays where it must, how fresh online scoring wants it. */
export function readFacts(nearest: Read, places: ReadonlyMap<string, Place>): Read {
	const read: Read = (about, fact) => {
		switch (fact) {
			case 'family':
				return about && 'family' in about ? plain(about.family) : undefined;
			case 'where':
				return plain(about && ('where' in about ? about.where : places.get(about.place)?.where));
			case 'region.same':
				return same(about && 'region' in about ? about.region : undefined, nearest(undefined, 'training.region'));
			case 'account.same':
				return same(about && 'account' in about ? about.account : undefined, nearest(undefined, 'training.account'));
			case 'residency.met':
				return residency(nearest(about, 'residency'), nearest(undefined, 'training.region'));
			case 'engine.release':
				return release(nearest(about, 'engine.version'));
			case 'freshness':
				return freshness(about, nearest);
			default:
				return isOfLine(fact) ? undefined : nearest(about, fact);
		}
	};
	return read;
}

const plain = (value: string | undefined): Known | undefined =>
	value === undefined ? undefined : { value, from: 'measured', evidence: 'where it was found', at: '' };

function same(own: string | undefined, training: Known | undefined): Known | undefined {
	return own !== undefined && training ? { ...training, value: own === training.value } : undefined;
}

/** The version of the engine as a number that can be compared; of Aurora MySQL its own, not that of MySQL. */
function release(version: Known | undefined): Known | undefined {
	const text = String(version?.value ?? '');
	const [, major, minor = '0', patch = '0'] =
		/mysql_aurora\.(\d+)\.?(\d+)?\.?(\d+)?/.exec(text) ?? /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text) ?? [];
	if (!version || major === undefined) return undefined;
	const value = Number(major) + Math.min(99, Number(minor)) / 100 + Math.min(99, Number(patch)) / 10_000;
	return { ...version, value };
}

/** Met anywhere, in the very region, or in a region of the area; unknown for an area whose regions nobody listed. */
function residency(wanted: Known | undefined, training: Known | undefined): Known | undefined {
	if (!wanted) return undefined;
	const area = String(wanted.value).trim().toLowerCase();
	if (area === 'anywhere') return { ...wanted, value: true };
	if (!training) return undefined;
	const region = String(training.value).trim().toLowerCase();
	if (region === area || region.startsWith(`${area}-`)) return { ...wanted, value: true };
	const named = areas.includes(area) || /^[a-z]{2}(-[a-z]+)+-\d$/.test(area);
	return named ? { ...wanted, value: false } : undefined;
}

/** Whether how fresh the data must be follows from how fresh online scoring wants its features. */
export function isScoredFresh(about: Source | Place | undefined, nearest: Read): boolean {
	const own = nearest(about, 'freshness');
	return (!own || own.from === 'assumed') && nearest(undefined, 'scoring')?.value === 'online';
}

/**
Online scoring tightens a freshness that nobody stated: the features of a prediction can be no fresher than the sources
they are made from. Who states a source's own freshness has the last word.
*/
function freshness(about: Source | Place | undefined, nearest: Read): Known | undefined {
	const own = nearest(about, 'freshness');
	const wanted = nearest(undefined, 'features.freshness');
	if (!wanted || !isScoredFresh(about, nearest)) return own;
	if (own && Number(own.value) <= Number(wanted.value)) return own;
	return { value: wanted.value, from: 'assumed', evidence: 'features.freshness: scoring is online', at: wanted.at };
}
