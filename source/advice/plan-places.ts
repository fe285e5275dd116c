import type { Place, Source } from '../estate/estate.ts';
import { type Arrangement, arrange, type Entry, type Need } from './arrange.ts';
import { entriesFor } from './entries.ts';
import { type Choices, mustFor } from './forced.ts';
import type { Ground } from './ground.ts';
import { needReader } from './need.ts';
import { layLine, optionsOf, type PathOption } from './path-options.ts';
import { beyond, compareScores, type Score } from './rank.ts';

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
	readonly place?: Place;
	readonly option: PathOption;
	readonly options: readonly PathOption[];
	readonly planned: readonly Planned[];
	/** How each line that passes would do for the whole place, in the order of `options`. */
	readonly standings: readonly Standing[];
}

/** How a place as a whole fares under a line. Smaller is better. */
export interface Standing extends Score {
	readonly option: PathOption;
	readonly unserved: number;
	/** Sources whose data would run over it. */
	readonly carried: number;
	/** Bits a second that the line gives, and that all routes over it need together to be in time. */
	readonly capacity: number;
	readonly wanted: number;
}

/**
Plans every place: once under each line it could have, the line paid once and shared by all its sources. The best line is
that which leaves the fewest sources without a route, then by late, stale, dollars and id over all of them.
*/
export function planPlaces(ground: Ground, choices: Choices): readonly PlannedPlace[] {
	const readNeed = needReader(ground.table);
	const byPlace = new Map<string, Source[]>();
	for (const source of ground.sources) {
		const known = byPlace.get(source.place);
		if (known) known.push(source);
		else byPlace.set(source.place, [source]);
	}
	const order = [...byPlace.keys()].toSorted();
	return order.map((id) => planPlace(ground, id, byPlace.get(id) ?? [], readNeed, choices));
}

function planPlace(
	ground: Ground,
	id: string,
	sources: readonly Source[],
	readNeed: ReturnType<typeof needReader>,
	choices: Choices,
): PlannedPlace {
	const place = ground.places.get(id);
	const placeRow = (place && ground.rowOf.get(place)) ?? ground.workload;
	const options = optionsOf(ground, place, placeRow);
	const wanting = sources.flatMap((source) => {
		const row = ground.rowOf.get(source) as number;
		const need = readNeed(row, source.family);
		if (!need) return [];
		return [{ source, row, need, entries: entriesFor(ground, row, source.family, options) }];
	});
	const trials = options
		.filter(({ weighed }) => weighed.outcome > 0)
		.map((option) => {
			const arrangements = wanting.map(({ source, need, entries }) =>
				arrangeUnder(option, entries, need, choices, source),
			);
			return { option, arrangements, standing: stand(ground, option, wanting, arrangements) };
		});
	const [first, ...rest] = trials as [(typeof trials)[number], ...(typeof trials)[number][]];
	const chosen = rest.reduce(
		(best, trial) => (compareStandings(trial.standing, best.standing) < 0 ? trial : best),
		first,
	);
	const planned = wanting.map(({ source, row, need, entries }, index) => {
		const arrangement = chosen.arrangements[index];
		layLine(chosen.option, row);
		return { source, row, need, ...(arrangement && { arrangement }), signature: signatureOf(entries, chosen.option) };
	});
	return {
		...(place && { place }),
		option: chosen.option,
		options,
		planned,
		standings: trials.map(({ standing }) => standing),
	};
}

/** The best arrangement of a source when its place has this line; what people chose counts where it passes. */
export function arrangeUnder(
	option: PathOption,
	entries: readonly Entry[],
	need: Need,
	choices: Choices,
	source: Source,
): Arrangement | undefined {
	const open = entries.filter((entry) => entry.option === undefined || entry.option === option);
	for (const { must, only } of mustFor(choices, source)) {
		const forced = arrange(only ? open.filter(only) : open, need, must);
		if (forced) return forced;
	}
	return arrange(open, need);
}

function stand(
	ground: Ground,
	option: PathOption,
	wanting: readonly { readonly row: number; readonly need: Need }[],
	arrangements: readonly (Arrangement | undefined)[],
): Standing {
	const volume = ground.table.columns.get('volume')?.values;
	const change = ground.table.columns.get('change')?.values;
	let [late, stale, unserved, carried, flowing, bulk, soonest] = [0, 0, 0, 0, 0, 0, Number.POSITIVE_INFINITY];
	let outcome = option.weighed.outcome as number;
	let dollars = option.weighed.dollars;
	arrangements.forEach((arrangement, index) => {
		const { row, need } = wanting[index] as (typeof wanting)[number];
		if (!arrangement) {
			unserved++;
			return;
		}
		outcome = Math.min(outcome, arrangement.outcome);
		late += arrangement.late || 0;
		stale += arrangement.stale || 0;
		dollars += arrangement.dollars;
		const online = arrangement.carriers.filter(({ entry }) => entry.option === option);
		if (online.length === 0) return;
		carried++;
		if (online.some(({ part }) => part !== 'history')) flowing += (change?.[row] || 0) * 8;
		if (online.some(({ part }) => part !== 'changes') && need.history) {
			bulk += (volume?.[row] || 0) * 8;
			soonest = Math.min(soonest, need.deadline);
		}
	});
	const given = option.gives.find(({ column }) => column.fact === 'path.bandwidth')?.value;
	const capacity = typeof given === 'number' ? given : Number.NaN;
	const time = Math.max(1, soonest - option.lead);
	const wanted = flowing + (bulk > 0 ? bulk / time : 0);
	// All histories together on the one line, what flows all the time taken off it first.
	const joint = bulk > 0 && option.path ? beyond(option.lead + bulk / Math.max(1, capacity - flowing), soonest) : 0;
	return {
		option,
		unserved,
		carried,
		capacity,
		wanted,
		outcome,
		late: Math.max(late, joint || 0),
		stale,
		dollars,
		order: option.order,
	};
}

const compareStandings = (a: Standing, b: Standing): number => a.unserved - b.unserved || compareScores(a, b);

function signatureOf(entries: readonly Entry[], option: PathOption): string {
	return entries
		.filter((entry) => entry.option === undefined || entry.option === option)
		.map(({ weighed }) => (weighed.outcome === 0 ? weighed.failed : weighed.outcome === 1 ? '?' : ''))
		.join(',');
}
