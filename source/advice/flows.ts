import type { Source } from '../estate/estate.ts';
import type { Carrier } from './arrange.ts';
import type { Choices } from './forced.ts';
import type { Ground } from './ground.ts';
import type { Planned, PlannedPlace } from './plan-places.ts';

/** A planned source of which this route carries a part; the carrier is its own. */
interface Passenger extends Planned {
	readonly carrier: Carrier;
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

/**
Groups what was planned into flows: sources of one place and family that take the same route for the same part, in which the
same routes failed at the same gates and for which people chose the same. In the order of places, then of first sources.
*/
export function groupFlows(ground: Ground, places: readonly PlannedPlace[], choices: Choices): readonly FlowDraft[] {
	const size = amountReader(ground);
	return places.flatMap((place) => {
		const groups = new Map<string, Passenger[]>();
		for (const planned of place.planned) {
			for (const carrier of planned.arrangement?.carriers ?? []) {
				const key = keyOf(planned, carrier, choices.routes(planned.source.id)[0]);
				const known = groups.get(key);
				if (known) known.push({ ...planned, carrier });
				else groups.set(key, [{ ...planned, carrier }]);
			}
		}
		return [...groups.values()]
			.toSorted((a, b) => compareIds(a, b) || orderOf(a) - orderOf(b))
			.map((passengers): FlowDraft => {
				const lead = passengers.reduce((most, one) => (size(one.row) > size(most.row) ? one : most));
				const [chosen] = choices.routes(lead.source.id);
				return { place, passengers, lead, ...(chosen !== undefined && { chosen }) };
			});
	});
}

function keyOf({ source, signature }: Planned, { entry, part, purpose }: Carrier, chosen: string | undefined): string {
	return [source.family, entry.route.index, entry.option?.order ?? 0, part, purpose, chosen ?? '', signature].join('|');
}

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
