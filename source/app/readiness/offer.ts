import type { Source } from '../../estate/estate.ts';
import { clean } from '../../facts/clean.ts';
import { usualLimits } from '../../profiling/limits.ts';
import { announced } from '../../profiling/profile.ts';
import { readerOf } from '../../profiling/readers/index.ts';
import { type Consent, consentFor } from './consent-text.ts';

/** What somebody is asked before anything is read. */
export interface Offer {
	/** Ids of the sources that would be read. */
	readonly about: readonly string[];
	readonly consent: Consent;
	/** What cannot be read, and why. */
	readonly unable: readonly string[];
}

/** What a yes would allow to be read of some sources. Nothing is read for it. */
export function offerOf(sources: readonly Source[]): Offer {
	const able = sources.filter(({ kind }) => isRead(kind, sources.length));
	const kinds = [...Map.groupBy(sources, ({ kind }) => kind)].filter(([kind]) => !isRead(kind, sources.length));
	return {
		about: able.map(({ id }) => id),
		consent: consentFor(announced(able, usualLimits), usualLimits),
		unable: kinds.map(
			([kind, those]) =>
				`${namesOf(those)} (${kind}): ${readerOf(kind) === undefined ? 'cannot be read in samples. An export to files can, and the exported profile runs where the data lies.' : 'only read where it alone is chosen, since that disturbs others or shows what people wrote.'}`,
		),
	};
}

/** Some are read only when they are asked for by themselves. */
const isRead = (kind: string, chosen: number): boolean => {
	const reader = readerOf(kind);
	return reader !== undefined && (!reader.onlyByName || chosen === 1);
};

const shown = 3;
const namesOf = (sources: readonly Source[]): string => {
	const names = sources.slice(0, shown).map(({ title }) => clean(title));
	return sources.length > shown ? `${names.join(', ')} and ${sources.length - shown} more` : names.join(', ');
};
