import type { Place, Source } from '../../estate/estate.ts';
import type { Ground } from '../ground/ground.ts';
import type { ReadNeed } from '../ground/need.ts';
import { type Arrangement, arrange, type Choice, choiceOf, type Entry, type Need } from './arrange.ts';
import { entriesFor } from './entries.ts';
import { type Choices, mustFor, type Wish } from './forced.ts';
import { optionsOf, type PathOption } from './path-options.ts';

/** A source of a draft with every route its family could take. Mutable: weighed anew in place. */
export interface Member {
	readonly source: Source;
	readonly row: number;
	/** Undefined: its data is left out. */
	need: Need | undefined;
	readonly entries: readonly Entry[];
	/** The entries that an option of the place leaves, by its place among them. */
	readonly under: (option: number) => Choice;
	readonly wishes: readonly Wish[];
	/** So many sources like it share the line; absent: it alone. */
	readonly times?: number;
}

/** Sources that are planned together because they share a line, with the lines their place could have. */
export interface Draft {
	readonly place: Place | undefined;
	readonly placeRow: number;
	readonly options: readonly PathOption[];
	readonly members: readonly Member[];
	/** What the other sources of the place add under each option, by its order, when they are not tried themselves. */
	readonly background?: ReadonlyMap<number, Background>;
}

/** Sources that share a line and stay as they are. */
export interface Background {
	readonly unserved: number;
	readonly carried: number;
	readonly outcome: number;
	readonly late: number;
	readonly stale: number;
	readonly dollars: number;
	/** Bits a second that flow all the time. */
	readonly flowing: number;
	readonly loads: readonly Load[];
}

/** A history that travels over a line. */
export interface Load {
	readonly bits: number;
	readonly deadline: number;
}

/** Weighs all routes of some sources of a place. `every`: also over lines that do not pass as things stand. `lines`: those of the place, where they are laid out already. */
export function layDraft(
	ground: Ground,
	placeId: string,
	sources: readonly Source[],
	{
		readNeed,
		choices,
		every = false,
		lines,
	}: { readNeed: ReadNeed; choices: Choices; every?: boolean; lines?: Draft['options'] },
): Draft {
	const place = ground.places.get(placeId);
	const placeRow = place ? ground.rowOf(place) : ground.workload;
	const options = lines ?? optionsOf(ground, place, placeRow);
	const members = sources.map((source): Member => {
		const row = ground.rowOf(source);
		const entries = entriesFor(ground, row, source.family, options, every);
		return {
			source,
			row,
			need: readNeed(row, source.family),
			entries,
			under: underEach(options, entries),
			wishes: mustFor(choices, source),
		};
	});
	return { place, placeRow, options, members };
}

/** The entries that each option of a place leaves, parted when somebody looks at them. */
export function underEach(options: readonly PathOption[], entries: readonly Entry[]): Member['under'] {
	const found: Choice[] = [];
	return (index) => {
		const option = options[index];
		const choice = found[index] ?? choiceOf(entries.filter((one) => one.option === undefined || one.option === option));
		found[index] = choice;
		return choice;
	};
}

/** The best arrangement of a source when its place has this line; what people chose counts where it passes. */
export function arrangeUnder({ under, need, wishes }: Member, chosen: number): Arrangement | undefined {
	if (!need) return undefined;
	const open = under(chosen);
	for (const { must, only } of wishes) {
		const wished = arrange(only ? choiceOf(open.all.filter(only)) : open, need, must);
		if (wished) return wished;
	}
	return arrange(open, need);
}
