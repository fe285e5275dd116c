import type { Source } from '../estate/estate.ts';
import type { Materials } from './materials.ts';
import type { Finding } from './plan.ts';

/** Sources named in a sentence. */
const shown = 3;

/**
Sources that cannot fill a group of the online store as they are, where scoring is online: a record identifier and an event time are mandatory
(docs/sagemaker/latest/dg/feature-store.html and the pages below it). What nobody measured or said is no finding.
*/
export function featureStoreFindings({ sources, known, title }: Materials): readonly Finding[] {
	if (known(undefined, 'scoring')?.value !== 'online') return [];
	const lacks = (source: Source, fact: string): boolean => {
		const said = known(source, fact);
		return said?.value === false && said.from !== 'assumed';
	};
	const all = [...sources.values()];
	const named = (those: readonly Source[]): string => {
		const names = those.slice(0, shown).map(({ id }) => title(id));
		return those.length > shown ? `${names.join(', ')} and ${those.length - shown} more` : names.join(', ');
	};
	const keyless = all.filter((source) => lacks(source, 'keys.known'));
	const timeless = all.filter((source) => lacks(source, 'event.time'));
	if (keyless.length + timeless.length === 0) return [];
	const parts = [
		...(keyless.length > 0 ? [`no key tells the records of ${named(keyless)} apart`] : []),
		...(timeless.length > 0
			? [`${named(timeless)} ${timeless.length === 1 ? 'carries' : 'carry'} no time of the event`]
			: []),
	];
	return [
		{
			id: 'feature-store',
			severity: 'medium',
			control: 'feature-store',
			title: 'The online store takes no record without identifier and event time',
			about: [...new Set([...keyless, ...timeless].map(({ id }) => id))].toSorted(),
			says: `Each record of a Feature Store group has a record identifier and an event time; ${parts.join(', and ')}.`,
			remedy:
				'Build the identifier of several columns and let the time of the change stand in, marked as approximate; or keep these sources out of the online store.',
		},
	];
}
