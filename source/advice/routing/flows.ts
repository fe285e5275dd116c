import type { Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import { needReader } from '../ground/need.ts';
import { type Arrangement, type Carrier, type Need, orderOf } from './arrange.ts';
import type { Choices } from './forced.ts';
import { patternAt } from './line-plan.ts';
import type { Outlook } from './outlook.ts';
import { type PlannedPlace, plannedAt } from './plan-places.ts';
import type { Way } from './ways.ts';

/** A planned source of which this route carries a part; the carrier is its own. */
interface Passenger {
	readonly source: Source;
	readonly row: number;
	readonly need: Need;
	readonly arrangement: Arrangement;
	readonly carrier: Carrier;
	readonly outlook: Outlook;
}

/** Sources alike in everything that decides, before anybody explains them. */
export interface FlowDraft {
	readonly place: PlannedPlace;
	/** Where its sources stand among those of the place, ascending, and their rows. */
	readonly members: Int32Array;
	readonly rows: Int32Array;
	/** The one with the most data; its numbers stand for the others where a sentence needs one. */
	readonly lead: Passenger;
	/** The service that somebody chose for these sources. */
	readonly chosen?: string;
}

const parts = ['history', 'both', 'changes'] as const;
const purposes = ['all', 'serve', 'keep'] as const;

/**
Groups what was planned into flows: sources of one place and family that take the same route for the same part, in which the
same routes failed at the same gates and for which people chose the same. In the order of places, then of first sources.
*/
export function groupFlows(ground: Ground, places: readonly PlannedPlace[], choices: Choices): readonly FlowDraft[] {
	const { sources, table } = ground;
	const size = sizeReader(ground);
	const readNeed = needReader(table);
	return places.flatMap((place) => {
		const { rows, plan } = place;
		return groupsOf(ground, place, choices)
			.toSorted((a, b) => (a.members[0] as number) - (b.members[0] as number) || partOrder(a) - partOrder(b))
			.map(({ members: all, carrier }): FlowDraft => {
				const members = new Int32Array(all);
				const own = members.map((index) => rows[index] as number);
				const at = largestOf(own, size);
				const { arrangement, ...planned } = plannedAt(sources, { rows, plan }, members[at] as number, readNeed);
				const lead = { ...planned, arrangement: arrangement as Arrangement, carrier };
				const [chosen] = choices.routes(lead.source.id);
				return { place, members, rows: own, lead, ...(chosen !== undefined && { chosen }) };
			});
	});
}

/** Sources of a place that share a carrier, by where they stand. */
interface Group {
	readonly members: number[];
	readonly carrier: Carrier;
}

/** The text that tells a group from others is made once for all that take the same way. */
function groupsOf({ sources }: Ground, { rows, plan }: PlannedPlace, choices: Choices): readonly Group[] {
	const { of, all } = plan.ways;
	const groups = new Map<string, Group>();
	const groupFor = (carrier: Carrier, index: number, chosen: string | undefined): Group => {
		const key = keyOf(carrier, chosen, patternAt(plan, index).outlook);
		const group = groups.get(key) ?? { members: [], carrier };
		groups.set(key, group);
		return group;
	};
	const byWay: (readonly Group[] | undefined)[] = [];
	const byChoice = new Map<string, readonly Group[]>();
	for (let index = 0; index < rows.length; index++) {
		const way = of[index] as number;
		if (way < 0) continue;
		const [chosen] = choices.any === false ? none : choices.routes(sources[rows[index] as number]?.id ?? '');
		const known = chosen === undefined ? byWay[way] : byChoice.get(`${way}|${chosen}`);
		const found = known ?? (all[way] as Way).carriers.map((carrier) => groupFor(carrier, index, chosen));
		if (chosen === undefined) byWay[way] = found;
		else byChoice.set(`${way}|${chosen}`, found);
		for (const { members } of found) members.push(index);
	}
	return [...groups.values()];
}

const none: readonly never[] = [];

/** What tells a flow from the others of its place, under the same catalogue whatever the sources are. */
export const flowKey = ({ lead, chosen }: FlowDraft): string => keyOf(lead.carrier, chosen, lead.outlook);

const keyOf = (carrier: Carrier, chosen: string | undefined, { signature }: Outlook): string =>
	`${numberOf(carrier)}|${chosen ?? ''}|${signature}`;

/** Route, line, part and purpose in one number. */
const numberOf = ({ entry, part, purpose }: Carrier): number =>
	(orderOf(entry) * 3 + parts.indexOf(part)) * 3 + purposes.indexOf(purpose);

const partOrder = ({ carrier }: Group): number => parts.indexOf(carrier.part);

/** Where the first of the largest stands. */
function largestOf(rows: Int32Array, size: (row: number) => number): number {
	let [at, most] = [0, Number.NEGATIVE_INFINITY];
	for (let index = 0; index < rows.length; index++) {
		const own = size(rows[index] as number);
		if (own <= most) continue;
		at = index;
		most = own;
	}
	return at;
}

/** How much there is and comes in a day, in bytes; what nobody knows counts as nothing. */
export function sizeReader({ table }: Ground): (row: number) => number {
	const cells = (fact: string) => table.columns.get(fact)?.values;
	const volume = cells('volume');
	const change = cells('change');
	return (row) => (volume?.[row] || 0) + (change?.[row] || 0) * 86_400;
}
