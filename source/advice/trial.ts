import type { Known, Place, Source } from '../estate/estate.ts';
import type { FactValue } from '../facts/fact.ts';
import { setCell } from '../rules/table.ts';
import type { Arrangement, Entry } from './arrange.ts';
import { arrangeUnder, type Draft, type Member } from './draft.ts';
import { weighEntries } from './entries.ts';
import type { Ground } from './ground.ts';
import { moneyFacts } from './kernel.ts';
import { needFacts, needReader } from './need.ts';
import { type PathOption, weighOption } from './path-options.ts';
import { readFacts, turnsWith } from './read-facts.ts';
import { type Settled, settle } from './settle.ts';

/** A value put in the place of what is known. */
export interface Try {
	readonly fact: string;
	readonly value: FactValue;
	/** Id of the one source it is tried for; left out: wherever the fact is read. */
	readonly source?: string;
	/** True: also where somebody stated another value; otherwise only where nobody did. */
	readonly always?: boolean;
}

/** Trials of one draft, which is changed by them and belongs to nobody else. */
export interface Trial {
	/** Decides the draft as if some values were others and lets the caller look at it while they are in the table. */
	readonly under: <Seen>(tries: readonly Try[], look: (settled: Settled) => Seen) => Seen;
	/** Puts the table back as it was. */
	readonly end: () => void;
}

type About = Source | Place | undefined;
type Abouts = readonly (readonly [row: number, about: About])[];

/**
Makes trials of a draft that holds its routes over every line. Only what a changed value touches is weighed anew, and routes
over a line that does not pass only once it does.
*/
export function trialOf(ground: Ground, draft: Draft): Trial {
	const readNeed = needReader(ground.table);
	const abouts = aboutsOf(draft);
	const shelves = draft.members.map((member) => shelfOf(ground, member, draft.options));
	let current: readonly Try[] = [];
	const move = (tries: readonly Try[]): void => {
		const touched = touchedBy(current, tries);
		current = tries;
		if (touched.size === 0) return;
		writeCells(ground, abouts, tries, touched);
		const relaid = weighLines(ground, draft, touched);
		const wanting = [...touched].some((fact) => needFacts.has(fact));
		draft.members.forEach((member, index) => {
			if (wanting) member.need = readNeed(member.row, member.source.family);
			shelves[index]?.touch(touched, relaid, wanting);
		});
	};
	const arrangement = (member: number, option: number): Arrangement | undefined => shelves[member]?.best(option);
	return {
		under: (tries, look) => {
			move(tries);
			return look(settle(ground, draft, arrangement));
		},
		end: () => move([]),
	};
}

/** The routes of a source by line, with the best arrangement under each as long as nothing touches it. */
interface Shelf {
	readonly touch: (touched: ReadonlySet<string>, relaid: ReadonlySet<PathOption>, wanting: boolean) => void;
	readonly best: (option: number) => Arrangement | undefined;
}

function shelfOf(ground: Ground, member: Member, options: readonly PathOption[]): Shelf {
	const plain = rackOf(member.entries.filter(({ option }) => option === undefined));
	const racks = options.map((option) => rackOf(member.entries.filter((entry) => entry.option === option)));
	const known: (readonly [Arrangement | undefined] | undefined)[] = [];
	const weighRack = (rack: Rack): boolean => {
		const entries = rack.stale();
		if (entries.length > 0) weighEntries(ground, member.row, entries);
		return entries.length > 0;
	};
	return {
		touch: (touched, relaid, wanting) => {
			plain.touch(touched, false);
			if (wanting || plain.isStale()) known.length = 0;
			racks.forEach((rack, index) => {
				rack.touch(touched, relaid.has(options[index] as PathOption));
				if (rack.isStale()) delete known[index];
			});
		},
		best: (option) => {
			weighRack(plain);
			weighRack(racks[option] as Rack);
			const found = known[option] ?? [arrangeUnder(member, option)];
			known[option] = found;
			return found[0];
		},
	};
}

/** Routes over one line, and which of them read what was touched since they were weighed. */
interface Rack {
	readonly touch: (touched: ReadonlySet<string>, all: boolean) => void;
	readonly isStale: () => boolean;
	/** The routes to be weighed anew, which then are fresh. */
	readonly stale: () => readonly Entry[];
}

function rackOf(entries: readonly Entry[]): Rack {
	const byFact = new Map<string, readonly Entry[]>();
	const reading = (fact: string): readonly Entry[] => {
		const found =
			byFact.get(fact) ?? (moneyFacts.has(fact) ? entries : entries.filter(({ route }) => route.inputs.has(fact)));
		byFact.set(fact, found);
		return found;
	};
	let stale = new Set<Entry>();
	return {
		touch: (touched, all) => {
			if (all) for (const entry of entries) stale.add(entry);
			else for (const fact of touched) for (const entry of reading(fact)) stale.add(entry);
		},
		isStale: () => stale.size > 0,
		stale: () => {
			if (stale.size === 0) return none;
			const found = [...stale];
			stale = new Set();
			return found;
		},
	};
}

const none: readonly Entry[] = [];

/** Facts whose value turns from one set of tries to another. */
function touchedBy(before: readonly Try[], after: readonly Try[]): ReadonlySet<string> {
	const touched = new Set<string>();
	const note = ({ fact }: Try) => {
		for (const turning of turnsWith(fact)) touched.add(turning);
	};
	for (const one of before) if (!after.some((other) => isSame(one, other))) note(one);
	for (const one of after) if (!before.some((other) => isSame(one, other))) note(one);
	return touched;
}

const isSame = (a: Try, b: Try): boolean =>
	a === b || (a.fact === b.fact && a.value === b.value && a.source === b.source && a.always === b.always);

/** Lets the caller look at the table as if some values were others, and puts it back as it was. */
export function withCells<T>(ground: Ground, draft: Draft, tries: readonly Try[], look: () => T): T {
	const touched = new Set(tries.flatMap(({ fact }) => turnsWith(fact)));
	writeCells(ground, aboutsOf(draft), tries, touched);
	const seen = look();
	writeCells(ground, aboutsOf(draft), [], touched);
	return seen;
}

const aboutsOf = ({ place, placeRow, members }: Draft): Abouts => [
	[placeRow, place],
	...members.map(({ row, source }) => [row, source] as const),
];

/** Writes what is tried, and what follows from it, into the table. */
function writeCells(
	{ table, places, nearest }: Ground,
	abouts: Abouts,
	tries: readonly Try[],
	touched: ReadonlySet<string>,
): void {
	const read = readFacts((about, fact) => tried(tries, about, fact, nearest) ?? nearest(about, fact), places);
	for (const fact of touched) {
		const column = table.columns.get(fact);
		if (!column) continue;
		for (const [row, about] of abouts) setCell(column, row, read(about, fact)?.value, column.open[row] === 1);
	}
}

function tried(tries: readonly Try[], about: About, fact: string, nearest: Ground['nearest']): Known | undefined {
	const found = tries.findLast((one) => one.fact === fact && (one.source === undefined || one.source === about?.id));
	if (!found) return undefined;
	if (!found.always) {
		const known = nearest(about, fact);
		if (known && known.from !== 'assumed') return undefined;
	}
	return { value: found.value, from: 'answered', evidence: 'tried', at: '' };
}

/** Weighs the lines anew that read what was touched; gives those. */
function weighLines(
	ground: Ground,
	{ options, placeRow }: Draft,
	touched: ReadonlySet<string>,
): ReadonlySet<PathOption> {
	const relaid = new Set<PathOption>();
	for (const option of options) {
		const inputs = option.path?.inputs;
		if (!inputs || ![...touched].some((fact) => inputs.has(fact) || moneyFacts.has(fact))) continue;
		weighOption(ground, option, placeRow);
		relaid.add(option);
	}
	return relaid;
}
