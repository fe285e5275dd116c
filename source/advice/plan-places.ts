import type { Place, Source } from '../estate/estate.ts';
import type { Arrangement, Entry, Need } from './arrange.ts';
import { type Draft, layDraft } from './draft.ts';
import type { Choices } from './forced.ts';
import type { Ground } from './ground.ts';
import { needReader, type ReadNeed } from './need.ts';
import { layLine, type PathOption } from './path-options.ts';
import { type Settled, type Standing, settle } from './settle.ts';
import { type Alone, standAlone } from './stand-alone.ts';

/** A source with what was chosen for it; no arrangement when no route passes. */
export interface Planned {
	readonly source: Source;
	readonly row: number;
	readonly need: Need;
	readonly arrangement?: Arrangement;
	/** Which routes failed at which gate; alike for sources that are judged alike. */
	readonly signature: string;
}

export interface PlannedPlace {
	readonly id: string;
	readonly place: Place | undefined;
	readonly row: number;
	readonly option: PathOption;
	readonly options: readonly PathOption[];
	readonly planned: readonly Planned[];
	/** Sources that somebody left out. */
	readonly leftOut: readonly Source[];
	/** How each line that passes would do for the whole place, in the order of `options`. */
	readonly standings: readonly Standing[];
	/** How each strategy alone would carry the sources of the place. */
	readonly alone: ReadonlyMap<string, Alone>;
}

/** Plans every place, in the order of their ids. */
export function planPlaces(ground: Ground, choices: Choices): readonly PlannedPlace[] {
	const readNeed = needReader(ground.table);
	return [...sourcesByPlace(ground)].map(([id, sources]) => planPlace(ground, id, sources, { readNeed, choices }));
}

/** The sources of each place, places and sources in the order of their ids. */
export function sourcesByPlace({ sources }: Ground): ReadonlyMap<string, readonly Source[]> {
	const byPlace = Map.groupBy(sources, ({ place }) => place);
	return new Map([...byPlace].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function planPlace(
	ground: Ground,
	id: string,
	sources: readonly Source[],
	how: { readonly readNeed: ReadNeed; readonly choices: Choices },
): PlannedPlace {
	const draft = layDraft(ground, id, sources, how);
	const settled = settle(ground, draft);
	return {
		id,
		place: draft.place,
		row: draft.placeRow,
		option: settled.option,
		options: draft.options,
		planned: plannedOf(draft, settled),
		leftOut: draft.members.filter(({ need }) => !need).map(({ source }) => source),
		standings: settled.standings,
		alone: standAlone(ground, draft, settled),
	};
}

function plannedOf({ members }: Draft, { option, chosen, arrangements }: Settled): readonly Planned[] {
	return members.flatMap(({ source, row, need, under }, index) => {
		// From here on the row says what the line gives that was chosen.
		layLine(option, row);
		if (!need) return [];
		const arrangement = arrangements[index];
		return [
			{ source, row, need, ...(arrangement && { arrangement }), signature: signatureOf(under[chosen]?.all ?? []) },
		];
	});
}

const signatureOf = (entries: readonly Entry[]): string =>
	entries.map(({ weighed }) => (weighed.outcome === 0 ? weighed.failed : weighed.outcome === 1 ? '?' : '')).join(',');
