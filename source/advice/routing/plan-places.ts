import type { Place, Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import { rowsByNumber } from '../ground/muster.ts';
import { leftOutReader, needReader, type ReadNeed } from '../ground/need.ts';
import { onceEach } from '../ground/once.ts';
import type { Relaid } from '../ground/relay.ts';
import { isSameRows } from '../ground/same-rows.ts';
import type { Arrangement, Need } from './arrange.ts';
import type { Choices } from './forced.ts';
import { turningOf } from './judge-again.ts';
import { type LinePlan, type Means, patternAt, planUnder, wayAt } from './line-plan.ts';
import type { Outlook } from './outlook.ts';
import { awsOption, isInAws, isSameLine, layLines, optionsOf, type PathOption } from './path-options.ts';
import { type Pattern, patternsUnder } from './patterns.ts';
import { planJointly } from './plan-jointly.ts';
import { replanUnder } from './replan-line.ts';
import { compareStandings, type Standing } from './settle.ts';
import { standingOf } from './standing.ts';

/** A source with what was chosen for it; no arrangement when no route passes. */
export interface Planned {
	readonly source: Source;
	readonly row: number;
	readonly need: Need;
	readonly arrangement: Arrangement | undefined;
	/** What the gates say of it under the line that was chosen. */
	readonly outlook: Outlook;
	readonly pattern: Pattern;
}

export interface PlannedPlace {
	readonly id: string;
	readonly place: Place | undefined;
	readonly row: number;
	readonly option: PathOption;
	readonly options: readonly PathOption[];
	/** Rows of the sources that are wanted, ascending. */
	readonly rows: Int32Array;
	/** What is best for them under the line that was chosen. */
	readonly plan: LinePlan;
	/** The same under every line that passes. */
	readonly plans: ReadonlyMap<PathOption, LinePlan>;
	/** Sources that somebody left out. */
	readonly leftOut: readonly Source[];
	/** How each line that passes would do for the whole place, in the order of `options`. */
	readonly standings: readonly Standing[];
}

/** Plans every place, in the order of their ids. */
export function planPlaces(ground: Ground, choices: Choices): readonly PlannedPlace[] {
	const means = meansOf(ground, choices);
	const sites = [...rowsByPlace(ground)].map(([id, all]) => ({ id, ...wanted(ground, all) }));
	const joint = planInAws(ground, sites, means);
	const plan: Planning = (rows, option) => joint.get(rows) ?? planUnder(ground, rows, option, means);
	return sites.map((site) => planPlace(ground, site, means, plan, joint.has(site.rows)));
}

/** Places in AWS have one line, which is the same for all of them. */
function planInAws(ground: Ground, sites: readonly Site[], means: Means): ReadonlyMap<Int32Array, LinePlan> {
	const lists = sites.filter(({ id }) => isInAws(ground.places.get(id))).map(({ rows }) => rows);
	return lists.length < 2 ? new Map() : planJointly(ground, lists, awsOption(ground), means);
}

type Site = Pick<PlannedPlace, 'id' | 'rows' | 'leftOut'>;

/** How the sources of a place are planned under a line that is laid over them. */
type Planning = (rows: Int32Array, option: PathOption) => LinePlan;

/** How the sources of a ground are planned. */
export const meansOf = (ground: Ground, choices: Choices): Means => ({
	readNeed: needReader(ground.table),
	choices,
	// Places in AWS share one line, and with it what the gates say of their sources.
	patternsOf: onceEach((option: PathOption) => patternsUnder(ground, option)),
});

/** Plans every place for other answers, from what they were. `rechosen`: people choose otherwise. */
export function replanPlaces(
	relaid: Relaid,
	before: readonly PlannedPlace[],
	choices: Choices,
	rechosen: boolean,
): readonly PlannedPlace[] {
	const { ground, revalued } = relaid;
	const means = meansOf(ground, choices);
	const turning = turningOf(relaid, rechosen);
	return before.map((place) => {
		const { id, rows, leftOut } = revalued.has('use') ? wantedAgain(ground, place) : place;
		const plan: Planning = (own, option) => {
			const was = own === place.rows ? place.options.find(({ order }) => order === option.order) : undefined;
			const known = was && isSameLine(was, option) ? place.plans.get(was) : undefined;
			return known ? replanUnder(turning, own, option, known, means) : planUnder(ground, own, option, means);
		};
		// A place that has one line only has what it gives already.
		return planPlace(ground, { id, rows, leftOut }, means, plan, rows === place.rows && place.options.length === 1);
	});
}

/** The same rows where the same sources are wanted. */
function wantedAgain(ground: Ground, { id, rows, leftOut }: PlannedPlace): Site {
	const all = new Int32Array(rows.length + leftOut.length);
	all.set(rows);
	all.set(
		leftOut.map((source) => ground.rowOf(source)),
		rows.length,
	);
	all.sort();
	const now = wanted(ground, all);
	return isSameRows(now.rows, rows) ? { id, rows, leftOut } : { id, ...now };
}

/** The rows of the sources of each place, places and sources in the order of their ids. */
export function rowsByPlace({ muster: { places } }: Ground): ReadonlyMap<string, Int32Array> {
	const rows = rowsByNumber(places);
	const byPlace = places.all.map((id, number) => [id, rows[number] as Int32Array] as const);
	return new Map(byPlace.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
Plans a place once under each line that passes, the line paid once and shared by all its sources. The best line leaves the
fewest sources without a route, then by late, stale, dollars and id over all of them.
*/
function planPlace(
	ground: Ground,
	{ id, rows, leftOut }: Site,
	{ readNeed }: Means,
	planning: Planning,
	isLaid = false,
): PlannedPlace {
	const place = ground.places.get(id);
	const placeRow = place ? ground.rowOf(place) : ground.workload;
	const options = optionsOf(ground, place, placeRow);
	const plans = new Map<PathOption, LinePlan>();
	const under = (option: PathOption) => {
		if (!isLaid) layLines(option, rows);
		const plan = planning(rows, option);
		plans.set(option, plan);
		return { option, plan, standing: standingOf(ground, option, { rows, plan, readNeed }) };
	};
	// The first is what the place has of itself, and passes always.
	const [own, ...more] = options as readonly [PathOption, ...PathOption[]];
	let best = under(own);
	const standings = [best.standing];
	for (const option of more) {
		if (option.weighed.outcome === 0) continue;
		const next = under(option);
		standings.push(next.standing);
		if (compareStandings(next.standing, best.standing) < 0) best = next;
	}
	const { option, plan } = best;
	// From here on the rows say what the line gives that was chosen.
	if (plans.size > 1) layLines(option, rows);
	return { id, place, row: placeRow, option, options, rows, plan, plans, leftOut, standings };
}

/** Rows of the sources that are wanted, and the sources that are not. */
export function wanted(
	{ sources, table }: Ground,
	all: Int32Array,
): { readonly rows: Int32Array; readonly leftOut: readonly Source[] } {
	const isLeftOut = leftOutReader(table);
	const leftOut: Source[] = [];
	const kept = new Int32Array(all.length);
	let count = 0;
	for (let index = 0; index < all.length; index++) {
		const row = all[index] as number;
		if (isLeftOut(row)) leftOut.push(sources[row] as Source);
		else kept[count++] = row;
	}
	return { rows: leftOut.length === 0 ? all : kept.subarray(0, count), leftOut };
}

/** One source of a place with what was chosen for it. */
export function plannedAt(
	sources: Ground['sources'],
	{ rows, plan }: Pick<PlannedPlace, 'rows' | 'plan'>,
	index: number,
	readNeed: ReadNeed,
): Planned {
	const row = rows[index] as number;
	const source = sources[row] as Source;
	const pattern = patternAt(plan, index);
	const way = wayAt(plan, index);
	return {
		source,
		row,
		need: readNeed(row, source.family) as Need,
		arrangement: way && {
			...way,
			late: plan.late[index] as number,
			stale: plan.stale[index] as number,
			dollars: plan.dollars[index] as number,
		},
		outlook: pattern.outlook,
		pattern,
	};
}
