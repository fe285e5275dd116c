import type { Known, Place, Source } from '../estate/estate.ts';
import type { FactValue } from '../facts/fact.ts';
import { type Column, setCell } from '../rules/table.ts';
import type { Draft } from './draft.ts';
import type { Ground } from './ground.ts';
import { type Prepared, prepare } from './prepared.ts';
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

/** Decides a draft as if some values were others, lets the caller look at it, and puts the table back as it was. */
export type Trial = <Seen>(tries: readonly Try[], look: (settled: Settled) => Seen) => Seen;

type About = Source | Place | undefined;

/**
Makes trials of a draft, which must hold its routes over every line. What no tried fact touches is worked out once for each
set of facts that are tried together.
*/
export function trialOf(ground: Ground, draft: Draft): Trial {
	const prepared = new Map<string, Prepared>();
	const abouts = aboutsOf(draft);
	return (tries, look) => {
		const key = tries.map(({ fact }) => fact).join();
		let ready = prepared.get(key);
		if (!ready) {
			ready = prepare(ground, draft, new Set(tries.flatMap(({ fact }) => turnsWith(fact))));
			prepared.set(key, ready);
		}
		const cells = writeCells(ground, abouts, tries, ready.touched);
		ready.reweigh();
		const seen = look(settle(ground, ready.draft, ready.known));
		for (const { column, row, value } of cells) column.values[row] = value;
		return seen;
	};
}

/** Lets the caller look at the table as if some values were others, and puts it back as it was. */
export function withCells<T>(ground: Ground, draft: Draft, tries: readonly Try[], look: () => T): T {
	const touched = new Set(tries.flatMap(({ fact }) => turnsWith(fact)));
	const cells = writeCells(ground, aboutsOf(draft), tries, touched);
	const seen = look();
	for (const { column, row, value } of cells) column.values[row] = value;
	return seen;
}

type Abouts = readonly (readonly [row: number, about: About])[];

const aboutsOf = ({ place, placeRow, members }: Draft): Abouts => [
	[placeRow, place],
	...members.map(({ row, source }) => [row, source] as const),
];

interface Kept {
	readonly column: Column;
	readonly row: number;
	readonly value: number;
}

/** Writes what is tried, and what follows from it, into the table; gives what stood there. */
function writeCells(
	{ table, places, nearest }: Ground,
	abouts: Abouts,
	tries: readonly Try[],
	touched: ReadonlySet<string>,
): readonly Kept[] {
	const read = readFacts((about, fact) => tried(tries, about, fact, nearest) ?? nearest(about, fact), places);
	const kept: Kept[] = [];
	for (const fact of touched) {
		const column = table.columns.get(fact);
		if (!column) continue;
		for (const [row, about] of abouts) {
			kept.push({ column, row, value: column.values[row] as number });
			setCell(column, row, read(about, fact)?.value, column.open[row] === 1);
		}
	}
	return kept;
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
