import type { Place, Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import { needReader, type ReadNeed } from '../ground/need.ts';
import { type Arrangement, arrange, choiceOf, type Need } from './arrange.ts';
import { type Choices, mustFor, type Wish } from './forced.ts';
import { type Outlook, type Pattern, type Patterns, patternsUnder } from './outlook.ts';
import { layLine, optionsOf, type PathOption } from './path-options.ts';
import { type Standing, settle } from './settle.ts';

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
	readonly planned: readonly Planned[];
	/** Sources that somebody left out. */
	readonly leftOut: readonly Source[];
	/** How each line that passes would do for the whole place, in the order of `options`. */
	readonly standings: readonly Standing[];
}

/** Plans every place, in the order of their ids. */
export function planPlaces(ground: Ground, choices: Choices): readonly PlannedPlace[] {
	const readNeed = needReader(ground.table);
	return [...rowsByPlace(ground)].map(([id, rows]) => planPlace(ground, id, rows, { readNeed, choices }));
}

/** The rows of the sources of each place, places and sources in the order of their ids. */
export function rowsByPlace({ sources }: Ground): ReadonlyMap<string, readonly number[]> {
	const byPlace = Map.groupBy(sources.keys(), (row) => sources[row]?.place ?? '');
	return new Map([...byPlace].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A source of a place with what it needs; undefined when its data is left out. */
interface Member {
	readonly source: Source;
	readonly row: number;
	readonly need: Need | undefined;
}

function planPlace(
	ground: Ground,
	id: string,
	rows: readonly number[],
	{ readNeed, choices }: { readonly readNeed: ReadNeed; readonly choices: Choices },
): PlannedPlace {
	const place = ground.places.get(id);
	const placeRow = place ? ground.rowOf(place) : ground.workload;
	const options = optionsOf(ground, place, placeRow);
	const members = rows.map((row): Member => {
		const source = ground.sources[row] as Source;
		return { source, row, need: readNeed(row, source.family) };
	});
	const look = lookerOf(ground, options);
	const settled = settle(ground, { options, members }, (index, option) => {
		const member = members[index] as Member;
		return (
			member.need &&
			arranged(look(member.row, option).outlook, member.row, member.need, mustFor(choices, member.source))
		);
	});
	const { option, chosen, arrangements, standings } = settled;
	const planned: Planned[] = [];
	for (let index = 0; index < members.length; index++) {
		const { source, row, need } = members[index] as Member;
		// From here on the row says what the line gives that was chosen.
		const pattern = look(row, chosen);
		const { outlook } = pattern;
		if (need) planned.push({ source, row, need, arrangement: arrangements[index], outlook, pattern });
	}
	const leftOut = members.filter(({ need }) => !need).map(({ source }) => source);
	return { id, place, row: placeRow, option, options, planned, leftOut, standings };
}

/** Lays a line over a row and looks what the gates then say. */
function lookerOf(ground: Ground, options: readonly PathOption[]): (row: number, option: number) => Pattern {
	const patterns = options.map((option) => patternsUnder(ground, option));
	return (row, index) => {
		layLine(options[index] as PathOption, row);
		return (patterns[index] as Patterns)(row);
	};
}

/** The best arrangement of a source under a line; what people chose counts where it passes. */
function arranged(
	{ choice, weigh }: Outlook,
	row: number,
	need: Need,
	wishes: readonly Wish[],
): Arrangement | undefined {
	weigh(row);
	for (const { must, only } of wishes) {
		const wished = arrange(only ? choiceOf(choice.all.filter(only)) : choice, need, must);
		if (wished) return wished;
	}
	return arrange(choice, need);
}
