import type { Known, Place, Source } from '../estate/estate.ts';
import type { FactValue } from '../facts/fact.ts';
import { type Column, setCell } from '../rules/table.ts';
import type { Entry, Need } from './arrange.ts';
import type { Draft, Member } from './draft.ts';
import { weighEntries } from './entries.ts';
import type { Ground } from './ground.ts';
import type { Weighed } from './kernel.ts';
import { needReader } from './need.ts';
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

/** Decides a draft as if some values were others, lets the caller look at it, and puts everything back as it was. */
export type Trial = <Seen>(tries: readonly Try[], look: (settled: Settled) => Seen) => Seen;

const needFacts = new Set(['volume', 'change', 'deadline', 'freshness', 'retraining', 'use']);
const moneyFacts = new Set(['cost.hour', 'cost.months']);

/** Makes trials of a draft, which must hold its routes over every line. */
export function trialOf(ground: Ground, draft: Draft): Trial {
	const readNeed = needReader(ground.table);
	const readers = draft.members.map(({ entries }) => readersOf(entries));
	const abouts: readonly (readonly [row: number, about: Source | Place | undefined])[] = [
		[draft.placeRow, draft.place],
		...draft.members.map(({ row, source }) => [row, source] as const),
	];
	return (tries, look) => {
		const undo: (() => void)[] = [];
		const touched = new Set(tries.flatMap(({ fact }) => turnsWith(fact)));
		writeCells(ground, abouts, { tries, touched }, undo);
		const relaid = weighLines(ground, draft, touched, undo);
		const dearer = [...touched].some((fact) => moneyFacts.has(fact));
		draft.members.forEach((member, index) => {
			const own = readers[index] as Readers;
			weighTouched(ground, member, dearer ? member.entries : own(touched, relaid), undo);
			if ([...touched].some((fact) => needFacts.has(fact)))
				changeNeed(member, readNeed(member.row, member.source.family), undo);
		});
		const seen = look(settle(ground, draft));
		for (const back of undo) back();
		return seen;
	};
}

function writeCells(
	{ table, places, nearest }: Ground,
	abouts: readonly (readonly [row: number, about: Source | Place | undefined])[],
	{ tries, touched }: { readonly tries: readonly Try[]; readonly touched: ReadonlySet<string> },
	undo: (() => void)[],
): void {
	const read = readFacts((about, fact) => tried(tries, about, fact, nearest) ?? nearest(about, fact), places);
	for (const fact of touched) {
		const column = table.columns.get(fact);
		if (!column) continue;
		for (const [row, about] of abouts) {
			undo.push(keepCell(column, row));
			setCell(column, row, read(about, fact)?.value, column.open[row] === 1);
		}
	}
}

function tried(
	tries: readonly Try[],
	about: Source | Place | undefined,
	fact: string,
	nearest: Ground['nearest'],
): Known | undefined {
	const found = tries.findLast((one) => one.fact === fact && (one.source === undefined || one.source === about?.id));
	if (!found) return undefined;
	if (!found.always) {
		const known = nearest(about, fact);
		if (known && known.from !== 'assumed') return undefined;
	}
	return { value: found.value, from: 'answered', evidence: 'tried', at: '' };
}

function keepCell({ values, open }: Column, row: number): () => void {
	const [value, was] = [values[row] as number, open[row] as number];
	return () => {
		values[row] = value;
		open[row] = was;
	};
}

/** Weighs the lines anew that read what was touched; gives those. */
function weighLines(
	ground: Ground,
	{ options, placeRow }: Draft,
	touched: ReadonlySet<string>,
	undo: (() => void)[],
): ReadonlySet<PathOption> {
	const relaid = new Set<PathOption>();
	for (const option of options) {
		const inputs = option.path?.inputs;
		if (!inputs || ![...touched].some((fact) => inputs.has(fact) || moneyFacts.has(fact))) continue;
		undo.push(keepLine(option));
		weighOption(ground, option, placeRow);
		relaid.add(option);
	}
	return relaid;
}

function keepLine(option: PathOption): () => void {
	const { lead } = option;
	const weighed = { ...option.weighed };
	const values = option.gives.map(({ value }) => value);
	return () => {
		option.lead = lead;
		Object.assign(option.weighed, weighed);
		option.gives.forEach((given, index) => {
			given.value = values[index];
		});
	};
}

function weighTouched(ground: Ground, { row }: Member, entries: readonly Entry[], undo: (() => void)[]): void {
	for (const { weighed } of entries) undo.push(keepWeighed(weighed));
	weighEntries(ground, row, entries);
}

function keepWeighed(weighed: Weighed): () => void {
	const { outcome, failed, time, age, dollars, priced } = weighed;
	return () => {
		weighed.outcome = outcome;
		weighed.failed = failed;
		weighed.time = time;
		weighed.age = age;
		weighed.dollars = dollars;
		weighed.priced = priced;
	};
}

function changeNeed(member: Member, need: Need | undefined, undo: (() => void)[]): void {
	const { need: before } = member;
	undo.push(() => {
		member.need = before;
	});
	member.need = need;
}

type Readers = (touched: ReadonlySet<string>, relaid: ReadonlySet<PathOption>) => readonly Entry[];

/** The entries of a source that read a fact or run over a line that was weighed anew, in their own order. */
function readersOf(entries: readonly Entry[]): Readers {
	const byFact = new Map<string, ReadonlySet<Entry>>();
	const reading = (fact: string): ReadonlySet<Entry> => {
		const known = byFact.get(fact);
		if (known) return known;
		const found = new Set(entries.filter(({ route }) => route.inputs.has(fact)));
		byFact.set(fact, found);
		return found;
	};
	return (touched, relaid) => {
		const sets = [...touched].map(reading).filter(({ size }) => size > 0);
		if (relaid.size === 0 && sets.length === 0) return [];
		const [only] = sets;
		if (relaid.size === 0 && only && sets.length === 1) return [...only];
		return entries.filter(
			(entry) => sets.some((set) => set.has(entry)) || (entry.option !== undefined && relaid.has(entry.option)),
		);
	};
}
