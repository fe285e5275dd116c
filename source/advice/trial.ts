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
import { type Settled, settleFast } from './settle.ts';

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
			return look(settleFast(ground, draft, arrangement));
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
	const plain: Rack = { entries: member.entries.filter(({ option }) => option === undefined), stale: new Set() };
	const racks = options.map(
		(option): Rack => ({
			entries: member.entries.filter((entry) => entry.option === option),
			stale: new Set(),
			option,
		}),
	);
	const known: (readonly [Arrangement | undefined] | undefined)[] = [];
	const weighRack = (rack: Rack): void => {
		if (rack.stale.size === 0) return;
		weighEntries(ground, member.row, [...rack.stale]);
		rack.stale.clear();
	};
	const readers = readersOf([plain, ...racks]);
	return {
		touch: (touched, relaid, wanting) => {
			if (wanting) known.length = 0;
			for (const fact of touched) {
				for (const [rack, entries] of readers(fact)) {
					for (const entry of entries) if (turns(entry, touched, false)) rack.stale.add(entry);
				}
			}
			for (const rack of racks) {
				if (!rack.option || !relaid.has(rack.option)) continue;
				for (const entry of rack.entries) if (turns(entry, touched, true)) rack.stale.add(entry);
			}
			if (plain.stale.size > 0) known.length = 0;
			else for (let index = 0; index < racks.length; index++) if (racks[index]?.stale.size) known[index] = undefined;
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
	readonly entries: readonly Entry[];
	readonly stale: Set<Entry>;
	readonly option?: PathOption;
}

/** For a fact the routes of each rack that read it. */
function readersOf(racks: readonly Rack[]): (fact: string) => readonly (readonly [Rack, readonly Entry[]])[] {
	const byFact = new Map<string, readonly (readonly [Rack, readonly Entry[]])[]>();
	return (fact) => {
		const known = byFact.get(fact);
		if (known) return known;
		const found = racks.flatMap((rack): readonly (readonly [Rack, readonly Entry[]])[] => {
			const entries = moneyFacts.has(fact) ? rack.entries : rack.entries.filter(({ route }) => route.inputs.has(fact));
			return entries.length > 0 ? [[rack, entries]] : [];
		});
		byFact.set(fact, found);
		return found;
	};
}

/** A route that fails goes on failing as long as nothing touches the gate it fails at. */
function turns({ route, weighed }: Entry, touched: ReadonlySet<string>, relaid: boolean): boolean {
	const gate = weighed.outcome === 0 ? route.gates[weighed.failed] : undefined;
	return !gate || gate.inputs.some((fact) => touched.has(fact) || (relaid && fact.startsWith('path.')));
}

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
