import type { Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import type { Arrangement, Carrier, Need } from './arrange.ts';
import type { Choices } from './forced.ts';
import type { Outlook } from './outlook.ts';
import type { PlannedPlace } from './plan-places.ts';

/** A planned source of which this route carries a part; the carrier is its own. */
export interface Passenger {
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
	readonly passengers: readonly Passenger[];
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
	const size = amountReader(ground);
	return places.flatMap((place) =>
		groupsOf(place, choices)
			.toSorted((a, b) => compareIds(a, b) || orderOf(a) - orderOf(b))
			.map((passengers): FlowDraft => {
				const lead = passengers.reduce((most, one) => (size(one.row) > size(most.row) ? one : most));
				const [chosen] = choices.routes(lead.source.id);
				return { place, passengers, lead, ...(chosen !== undefined && { chosen }) };
			}),
	);
}

/** The text that tells a group from others is made once for all that share an outlook and take the same. */
function groupsOf({ planned }: PlannedPlace, choices: Choices): readonly (readonly Passenger[])[] {
	const groups = new Map<string, Passenger[]>();
	const known = new Map<Outlook, Map<string | number, Passenger[]>>();
	for (const { source, row, need, arrangement, outlook } of planned) {
		if (!arrangement) continue;
		const own = known.get(outlook) ?? new Map<string | number, Passenger[]>();
		known.set(outlook, own);
		const chosen = choices.routes(source.id)[0];
		for (const carrier of arrangement.carriers) {
			const number = numberOf(carrier);
			const mark = chosen === undefined ? number : `${number}|${chosen}`;
			let group = own.get(mark);
			if (!group) {
				const key = `${mark}|${outlook.signature}`;
				group = groups.get(key) ?? [];
				groups.set(key, group);
				own.set(mark, group);
			}
			group.push({ source, row, need, arrangement, carrier, outlook });
		}
	}
	return [...groups.values()];
}

/** Route, line, part and purpose in one number. */
const numberOf = ({ entry, part, purpose }: Carrier): number =>
	((entry.route.index * 64 + (entry.option?.order ?? 0)) * 3 + parts.indexOf(part)) * 3 + purposes.indexOf(purpose);

const firstOf = ([first]: readonly Passenger[]): Passenger => first as Passenger;
const orderOf = (passengers: readonly Passenger[]): number => parts.indexOf(firstOf(passengers).carrier.part);
const idOf = (passengers: readonly Passenger[]): Source['id'] => firstOf(passengers).source.id;
const compareIds = (a: readonly Passenger[], b: readonly Passenger[]): number => {
	if (idOf(a) === idOf(b)) return 0;
	return idOf(a) < idOf(b) ? -1 : 1;
};

/** How much there is and comes in a day, in bytes; what nobody knows counts as nothing. */
function amountReader({ table }: Ground): (row: number) => number {
	const cells = (fact: string) => table.columns.get(fact)?.values;
	const volume = cells('volume');
	const change = cells('change');
	return (row) => (volume?.[row] || 0) + (change?.[row] || 0) * 86_400;
}
