import type { Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import { needReader } from '../ground/need.ts';
import { type Arrangement, type Carrier, type Need, orderOf } from './arrange.ts';
import { type Choices, chosenFor } from './forced.ts';
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
	const readNeed = needReader(table);
	const size = sizeReader(ground);
	return places.flatMap((place) => {
		const { rows, plan } = place;
		return groupsOf(ground, place, choices)
			.toSorted((a, b) => (a.members[0] as number) - (b.members[0] as number) || partOrder(a) - partOrder(b))
			.map(({ members, rows: own, carrier }): FlowDraft => {
				const at = largestOf(own, size);
				const { arrangement, ...planned } = plannedAt(sources, { rows, plan }, members[at] as number, readNeed);
				const lead = { ...planned, arrangement: arrangement as Arrangement, carrier };
				const chosen = chosenFor(choices, lead.source.id);
				return { place, members, rows: own, lead, ...(chosen !== undefined && { chosen }) };
			});
	});
}

/** Sources of a place that share a carrier: where they stand among those of the place, ascending, and their rows. */
interface Group {
	readonly carrier: Carrier;
	count: number;
	members: Int32Array;
	rows: Int32Array;
}

/** First the sources of each group are counted, then written down. */
function groupsOf(ground: Ground, { rows, plan }: PlannedPlace, choices: Choices): readonly Group[] {
	const byOutlook = new Map<Outlook, Map<string | number, Group>>();
	const made: Group[] = [];
	const groupFor = (carrier: Carrier, index: number, chosen: string | undefined): Group => {
		const { outlook } = patternAt(plan, index);
		const own = byOutlook.get(outlook) ?? new Map<string | number, Group>();
		byOutlook.set(outlook, own);
		const number = numberOf(carrier);
		const key = chosen === undefined ? number : `${number}|${chosen}`;
		const found = own.get(key);
		if (found) return found;
		const group = { carrier, count: 0, members: nobody, rows: nobody };
		own.set(key, group);
		made.push(group);
		return group;
	};
	const groupsAt = wayReader(ground, { rows, plan }, choices, (index, way, chosen) =>
		way.carriers.map((carrier) => groupFor(carrier, index, chosen)),
	);
	for (let index = 0; index < rows.length; index++) {
		const own = groupsAt(index);
		if (own) for (let at = 0; at < own.length; at++) (own[at] as Group).count++;
	}
	const room = made.reduce((sum, { count }) => sum + count, 0);
	const [members, own] = [new Int32Array(room), new Int32Array(room)];
	let from = 0;
	for (const group of made) {
		const to = from + group.count;
		group.members = members.subarray(from, to);
		group.rows = own.subarray(from, to);
		group.count = 0;
		from = to;
	}
	for (let index = 0; index < rows.length; index++) {
		const own = groupsAt(index);
		if (own) for (let at = 0; at < own.length; at++) join(own[at] as Group, index, rows[index] as number);
	}
	return made;
}

function join(group: Group, index: number, row: number): void {
	group.members[group.count] = index;
	group.rows[group.count++] = row;
}

/**
Gives what is made of the way that a source takes, by its place among those planned; undefined where it takes none. It is made once for
all that take the same way and for which people chose the same. `byWay`: what was made already where nobody chose.
*/
export function wayReader<Made>(
	{ sources }: Ground,
	{ rows, plan }: Pick<PlannedPlace, 'rows' | 'plan'>,
	choices: Choices,
	make: (index: number, way: Way, chosen: string | undefined) => Made,
	byWay: (Made | undefined)[] = [],
): (index: number) => Made | undefined {
	const { of, all } = plan.ways;
	const byChoice = new Map<string, Made>();
	const made = (index: number, way: number, chosen: string | undefined): Made => {
		const found = make(index, all[way] as Way, chosen);
		if (chosen === undefined) byWay[way] = found;
		else byChoice.set(`${way}|${chosen}`, found);
		return found;
	};
	// Where nobody chose anything no source is looked at: a large estate lies scattered in memory.
	if (choices.any === false) {
		return (index) => {
			const way = of[index] as number;
			return way < 0 ? undefined : (byWay[way] ?? made(index, way, undefined));
		};
	}
	return (index) => {
		const way = of[index] as number;
		if (way < 0) return undefined;
		const chosen = chosenFor(choices, sources[rows[index] as number]?.id ?? '');
		const known = chosen === undefined ? byWay[way] : byChoice.get(`${way}|${chosen}`);
		return known ?? made(index, way, chosen);
	};
}

const nobody = new Int32Array();

/** What tells a flow from the others of its place, under the same catalogue whatever the sources are. */
export const keyOf = (carrier: Carrier, chosen: string | undefined, { signature }: Outlook): string =>
	`${numberOf(carrier)}|${chosen ?? ''}|${signature}`;

/** Route, line, part and purpose in one number. */
const numberOf = ({ entry, part, purpose }: Carrier): number =>
	(orderOf(entry) * 3 + parts.indexOf(part)) * 3 + purposes.indexOf(purpose);

/** Carriers in the order in which the flows of one source stand. */
export const inOrderOfParts = (carriers: readonly Carrier[]): readonly Carrier[] =>
	carriers.length === 1 ? carriers : carriers.toSorted((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part));

const partOrder = ({ carrier }: Group): number => parts.indexOf(carrier.part);

/** Where the first of the largest stands. */
export function largestOf(rows: Int32Array, size: (row: number) => number): number {
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
	const [volume, change] = ['volume', 'change'].map((fact) => table.columns.get(fact)?.values);
	return (row) => (volume?.[row] || 0) + (change?.[row] || 0) * 86_400;
}
