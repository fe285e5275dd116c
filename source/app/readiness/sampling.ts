import type { Estate } from '../../estate/estate.ts';
import type { SourceFigures } from '../../profiling/figures.ts';
import type { Limits } from '../../profiling/limits.ts';
import type { Surroundings } from '../command.ts';
import { inThread } from '../thread.ts';

/** What somebody agreed to have read. */
export interface SampleRequest {
	readonly estate: Estate;
	/** Ids of sources. */
	readonly about: readonly string[];
	/** The column that a model shall predict. */
	readonly target?: string;
	/** Addresses of databases, and AWS profiles, by which sources are reached. */
	readonly databases: readonly string[];
	readonly profiles: readonly string[];
	/** The recorded account. */
	readonly demo: boolean;
}

/** How far the reading of samples is. */
export interface Sampled {
	/** The source that is read, how many were before it, and of how many. */
	readonly title: string;
	readonly done: number;
	readonly of: number;
	readonly bytes: number;
	readonly rows: number;
}

/** What the thread that reads samples is told to do. */
export interface SampleOrder {
	readonly request: SampleRequest;
	readonly limits: Limits;
}

export type FromSample =
	| { readonly type: 'read'; readonly sampled: Sampled }
	| { readonly type: 'figures'; readonly figures: readonly SourceFigures[] };

/** The bundle puts the thread's entry beside its chunks. */
const ownEntry = new URL(import.meta.url.endsWith('.ts') ? '../sample.ts' : './sample.js', import.meta.url);

/** Reads samples of sources in a thread of their own; an abort takes what was counted until then. Call it only after somebody said yes. */
export function sampleSources(
	request: SampleRequest,
	limits: Limits,
	{ env, now, signal }: Pick<Surroundings, 'env' | 'now' | 'signal'>,
	onSampled: (sampled: Sampled) => void,
): Promise<readonly SourceFigures[]> {
	const order: SampleOrder = { request: { ...request, estate: partOf(request) }, limits };
	return inThread<FromSample, readonly SourceFigures[]>(ownEntry, {
		order,
		env,
		now,
		signal,
		hear(told) {
			if (told.type === 'figures') return told.figures;
			onSampled(told.sampled);
			return undefined;
		},
	});
}

/** What readers need of an estate: the sources that are read, and the names of those that lie beside them. */
function partOf({ estate, about }: SampleRequest): Estate {
	const wanted = new Set(about);
	const places = new Set(estate.sources.flatMap(({ id, place }) => (wanted.has(id) ? [place] : [])));
	const sources = estate.sources.flatMap((source) => {
		if (wanted.has(source.id)) return [source];
		return places.has(source.place) ? [{ ...source, facts: {} }] : [];
	});
	return { ...estate, sources, links: [], gaps: [] };
}
