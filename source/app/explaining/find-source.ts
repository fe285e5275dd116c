import { HeadwaterError } from '../../errors.ts';
import { clean } from '../../facts/clean.ts';
import type { Plan, PlannedSource } from '../../plan/plan.ts';

/**
The source of a plan that somebody means: its id, its title, or the beginning of either, whatever the case. Nothing like it,
or more than one, is a HeadwaterError that names the near ones.
*/
export function findSource({ sources }: Plan, meant: string): PlannedSource {
	const wanted = meant.trim().toLowerCase();
	const exact = sources.find(({ id }) => id === meant);
	if (exact) return exact;
	const named = sources.filter(({ id, title }) => [id, title].some((name) => name.toLowerCase() === wanted));
	const begun = sources.filter(({ id, title }) => [id, title].some((name) => name.toLowerCase().startsWith(wanted)));
	const found = named.length > 0 ? named : begun;
	const [only] = found;
	if (only && found.length === 1 && wanted !== '') return only;
	if (only && wanted !== '') {
		throw new HeadwaterError('several-sources', {
			message: `${found.length} sources of the plan begin with "${clean(meant)}".`,
			wayOut: `Name one by its id: ${listed(found)}`,
		});
	}
	throw new HeadwaterError('unknown-source', {
		message: `The plan has no source "${clean(meant)}".`,
		wayOut: sources.length === 0 ? 'It has no sources at all.' : `Near it: ${listed(nearest(sources, wanted))}`,
	});
}

const shown = 5;

function listed(sources: readonly PlannedSource[]): string {
	const names = sources.slice(0, shown).map(({ id, title }) => clean(title === id ? id : `${id} (${title})`));
	return `${names.join(', ')}${sources.length > shown ? ` and ${sources.length - shown} more` : ''}`;
}

/** The sources whose title or id shares most pairs of letters with what was written. */
function nearest(sources: readonly PlannedSource[], wanted: string): readonly PlannedSource[] {
	const likeness = ({ id, title }: PlannedSource) =>
		Math.max(alike(title.toLowerCase(), wanted), alike(id.toLowerCase(), wanted));
	return sources.toSorted((a, b) => likeness(b) - likeness(a) || (a.id < b.id ? -1 : 1)).slice(0, shown);
}

function alike(a: string, b: string): number {
	const [own, other] = [pairs(a), pairs(b)];
	const shared = [...own].filter((pair) => other.has(pair)).length;
	return own.size + other.size === 0 ? 0 : (2 * shared) / (own.size + other.size);
}

const pairs = (text: string): ReadonlySet<string> =>
	new Set(Array.from(text, (_, index) => text.slice(index, index + 2)));
