import { isOfLine } from '../../facts/fact.ts';
import { bounded } from '../../rules/bounded.ts';
import { compileCondition, type Test } from '../../rules/compile.ts';
import type { Condition } from '../../rules/condition.ts';
import { inputsOfCondition } from '../../rules/inputs.ts';
import type { Verdict } from '../../rules/leaf.ts';
import { compileSift, type Sift } from '../../rules/sift.ts';
import type { CodeColumn } from '../../rules/table.ts';
import type { Ground } from './ground.ts';
import { numberedBy } from './numbering.ts';
import { once, onceEach } from './once.ts';

/**
Sources that say the same in every choice that findings read are a stratum: what a condition makes of them is found once. Only
where amounts decide is each of them looked at.
*/
export interface Strata {
	/** How a condition comes out on a row. */
	readonly judge: (condition: Condition) => Test;
	/** Those of some rows on which conditions come out so, in their order; the very list where all do. */
	readonly where: (wanted: readonly Wanted[], rows: Int32Array) => Int32Array;
	/** Whether there is any. */
	readonly some: (wanted: readonly Wanted[], rows: Int32Array) => boolean;
	/** Facts in which rows can differ. */
	readonly differing: ReadonlySet<string>;
}

/** A condition, and how it is to come out: 0 fails, 1 unknown, 2 holds. */
type Wanted = readonly [condition: Condition, outcome: Verdict];

/** What is known of a stratum besides an outcome: amounts decide, or nobody asked yet. */
const [open, unasked] = [3, 4];

/** Parts the sources by what they say in those of some facts that are choices. */
export function strataOf(ground: Ground, facts: Iterable<string>): Strata {
	const { table, varying, sources } = ground;
	const lines = [...table.columns.keys()].filter(isOfLine);
	const isAmount = (fact: string): boolean => varying.has(fact) && table.columns.get(fact)?.kind === 'number';
	const choices = [...new Set(facts)].flatMap((fact): readonly CodeColumn[] => {
		const column = varying.has(fact) && !isOfLine(fact) ? table.columns.get(fact) : undefined;
		return column && column.kind !== 'number' ? [column] : [];
	});
	const { of, leads } = partedBy(choices, sources.length);
	const differing = new Set([...varying, ...lines]);
	const isFree = (fact: string): boolean => isOfLine(fact) || isAmount(fact);
	const judgeOf = judgeMaker({ table, isFree, differs: (fact) => differing.has(fact) }, of, leads);
	const known = new Map<Condition, Judge>();
	const judged = (condition: Condition): Judge => {
		const found = known.get(condition) ?? judgeOf(condition);
		known.set(condition, found);
		return found;
	};
	const room = new Int32Array(of.length + 1);
	const askedFor = (wanted: readonly Wanted[]): readonly Asked[] =>
		wanted.map(([condition, outcome]) => ({ ...judged(condition), outcome }));
	/** Where rows are few each of them is asked by itself. */
	const fitting = (asked: readonly Asked[], rows: Int32Array): Fits =>
		rows.length <= Math.max(1, leads.length) ? 'some' : fitsOf(asked, leads.length);
	return {
		judge: (condition) => judged(condition).test,
		where: (wanted, rows) => {
			const asked = askedFor(wanted);
			const fits = fitting(asked, rows);
			if (fits === 'none') return none;
			if (fits === 'all') return rows;
			let count = 0;
			let isOpen = false;
			for (let index = 0; index < rows.length; index++) {
				const row = rows[index] as number;
				const fit = fits === 'some' ? open : (fits[of[row] as number] as number);
				if (fit !== 1 && fit !== open) continue;
				room[count++] = row;
				if (fit === open) isOpen = true;
			}
			if (isOpen) for (const { sift, outcome } of asked) count = sift(outcome)(room, count);
			return count === rows.length ? rows : room.slice(0, count);
		},
		some: (wanted, rows) => {
			if (rows.length === 0) return false;
			const asked = askedFor(wanted);
			const fits = fitting(asked, rows);
			if (fits === 'none' || fits === 'all') return fits === 'all';
			if (fits === 'some') return rows.some((row) => isSo(asked, row));
			return rows.some((row) => {
				const fit = fits[of[row] as number];
				return fit === 1 || (fit === open && isSo(asked, row));
			});
		},
		differing,
	};
}

/** Whether conditions come out as wanted: of each stratum by its place, of all that there are, or of some of which nobody asked. */
type Fits = Uint8Array | 'all' | 'none' | 'some';

interface Parted {
	/** The stratum of each row. */
	readonly of: Int32Array;
	/** The first row of each stratum. */
	readonly leads: readonly number[];
}

/** Other answers mostly leave the cells of all choices as they are: then the strata stay. */
const partings = new WeakMap<Int16Array, Parted & { readonly cells: readonly Int16Array[] }>();

function partedBy(choices: readonly CodeColumn[], rows: number): Parted {
	const cells = choices.map(({ values }) => values);
	const [first] = cells;
	const found = first && partings.get(first);
	if (found?.cells.length === cells.length && found.cells.every((values, index) => values === cells[index]))
		return found;
	const of = numberedBy(choices, rows);
	const leads: number[] = [];
	for (let row = 0; row < of.length; row++) if (of[row] === leads.length) leads.push(row);
	if (first) partings.set(first, { of, leads, cells });
	return { of, leads };
}

const none = new Int32Array();

/** A condition that is asked, and how it is to come out. */
type Asked = Judge & { readonly outcome: Verdict };

function isSo(asked: readonly Asked[], row: number): boolean {
	for (let index = 0; index < asked.length; index++) {
		const { test, outcome } = asked[index] as Asked;
		if (test(row) !== outcome) return false;
	}
	return true;
}

/** For each stratum 1 where all conditions come out so, 0 where one does not, or that amounts decide. */
function fitsOf(asked: readonly Asked[], strata: number): Fits {
	const fits = new Uint8Array(strata).fill(1);
	for (const { of, outcome } of asked) {
		for (let stratum = 0; stratum < strata; stratum++) {
			if (fits[stratum] === 0) continue;
			const own = of(stratum);
			if (own === open) fits[stratum] = open;
			else if (own !== outcome) fits[stratum] = 0;
		}
	}
	if (fits.every((fit) => fit === 0)) return 'none';
	return fits.every((fit) => fit === 1) ? 'all' : fits;
}

interface Judge {
	readonly test: Test;
	/** The outcome of a stratum, or that amounts decide. */
	readonly of: (stratum: number) => number;
	/** Sifts rows by it, whatever their strata are. */
	readonly sift: (outcome: Verdict) => Sift;
}

interface Over {
	readonly table: Ground['table'];
	/** Whether a fact is left open by the choices that strata share. */
	readonly isFree: (fact: string) => boolean;
	/** Whether rows can differ in a fact at all. */
	readonly differs: (fact: string) => boolean;
}

function judgeMaker(
	{ table, isFree, differs }: Over,
	of: Int32Array,
	leads: readonly number[],
): (condition: Condition) => Judge {
	return (condition) => {
		const lower = bounded(condition, isFree, false);
		const exact = once(() => compileCondition(condition, table));
		const least = lower === condition ? exact : once(() => compileCondition(lower, table));
		const most = lower === condition ? least : once(() => compileCondition(bounded(condition, isFree, true), table));
		// What reads nothing in which rows can differ is asked of one.
		const isShared = !inputsOfCondition(condition).some(differs);
		const outcomes = new Uint8Array(isShared ? 1 : leads.length).fill(unasked);
		const ask = (stratum: number): number => {
			const lead = leads[stratum] as number;
			const low = least()(lead);
			return least === most || low === most()(lead) ? low : open;
		};
		const outcomeOf = (stratum: number): number => {
			const place = isShared ? 0 : stratum;
			if (outcomes[place] === unasked) outcomes[place] = ask(place);
			return outcomes[place] as number;
		};
		return {
			test: (row) => {
				const outcome = row < of.length ? outcomeOf(of[row] as number) : open;
				return outcome === open ? exact()(row) : (outcome as 0 | 1 | 2);
			},
			of: outcomeOf,
			sift: onceEach((outcome: Verdict) => compileSift(condition, outcome, table)),
		};
	};
}
