import { joinedIn, literalOf } from './compile.ts';
import type { Term } from './condition.ts';
import type { Formula } from './formula.ts';
import { columnOf, type Table } from './table.ts';

/** So many rows are swept at a time. */
export const sweptAtOnce = 256;

/** What a term comes to for the rows that were swept last, one behind the other; or what it always comes to. */
type Swept = Float64Array | number;

/**
Reckons terms for many rows at a time, to the last bit as compiled terms do: what several of them share once, and without an
object for any number on the way.
*/
export interface Sweep {
	/** Says where a term will stand once rows are swept. */
	readonly add: (term: Term) => Swept;
	/** The same, however constant. */
	readonly addWhole: (term: Term) => Float64Array;
	/** Reckons all that was added for the first so many rows of a list. */
	readonly run: (rows: Int32Array, count: number) => void;
}

/** Over what terms are swept. */
interface Ground {
	readonly table: Table;
	readonly formulas: Readonly<Record<string, Formula>>;
	/** What a term comes to on every row; undefined where rows can differ. */
	readonly constantOf: (term: Exclude<Term, number>) => number | undefined;
	/** Room that sweeps share which are not run at the same time. */
	readonly room: Float64Array[];
}

type Step = (rows: Int32Array, count: number) => void;

export function sweepOver({ table, formulas, constantOf, room }: Ground): Sweep {
	const steps: Step[] = [];
	const known = new Map<Term | string, Swept>();
	let taken = 0;
	const place = (): Float64Array => {
		const found = room[taken] ?? new Float64Array(sweptAtOnce);
		room[taken] = found;
		taken++;
		return found;
	};
	const kept = (key: Term | string, make: () => Swept): Swept => {
		const found = known.get(key) ?? make();
		known.set(key, found);
		return found;
	};
	const add = (term: Term): Swept =>
		typeof term === 'number' ? term : kept(term, () => constantOf(term) ?? reckoned(term));
	const addWhole = (term: Term): Float64Array => whole(add(term));
	const whole = (swept: Swept): Float64Array =>
		typeof swept !== 'number' ? swept : (kept(`constant ${swept}`, () => filled(swept)) as Float64Array);
	const filled = (value: number): Float64Array => {
		const into = place();
		steps.push((_, count) => into.fill(value, 0, count));
		return into;
	};
	const reckoned = (term: Exclude<Term, number>): Swept => {
		if ('fact' in term) return kept(term.fact, () => cells(term.fact));
		if ('formula' in term) return kept(keyOf(term), () => computed(formulas[term.formula], term.with));
		return joined(joinedIn(term));
	};
	const cells = (fact: string): Float64Array => {
		const into = place();
		const column = columnOf(table, fact);
		if (column.kind === 'number') steps.push(gathering(column.values, into));
		else steps.push(decoding(column.values, into));
		return into;
	};
	const computed = (formula: Formula | undefined, given: Readonly<Record<string, number>> | undefined): Swept => {
		if (!formula) return Number.NaN;
		const from = formula.inputs.map((fact) => add({ fact }));
		const into = place();
		steps.push(computing(formula, { ...formula.settings, ...given }, from, into));
		return into;
	};
	/** What is written as a number comes first, then the others in their order. */
	const joined = ({ parts, start, join, joinAll }: ReturnType<typeof joinedIn>): Swept => {
		let total = start;
		const open: Swept[] = [];
		for (const part of parts) {
			const literal = literalOf(part);
			if (literal === undefined) open.push(add(part));
			else total = join(total, literal);
		}
		while (typeof open[0] === 'number') total = join(total, open.shift() as number);
		if (open.length === 0) return total;
		const others = open.map(whole);
		const into = place();
		steps.push((_, count) => {
			into.fill(total, 0, count);
			for (const other of others) joinAll(into, other, count);
		});
		return into;
	};
	return {
		add,
		addWhole,
		run: (rows, count) => {
			for (const step of steps) step(rows, count);
		},
	};
}

/** Alike for the same formula with the same settings. */
const keyOf = ({ formula, with: given }: Extract<Term, { formula: string }>): string =>
	given ? `${formula} ${JSON.stringify(given)}` : formula;

function gathering(values: Float64Array, into: Float64Array): Step {
	return (rows, count) => {
		for (let index = 0; index < count; index++) into[index] = values[rows[index] as number] as number;
	};
}

function decoding(values: Int16Array, into: Float64Array): Step {
	return (rows, count) => {
		for (let index = 0; index < count; index++) {
			const code = values[rows[index] as number] as number;
			into[index] = code === -1 ? Number.NaN : code;
		}
	};
}

/** Unknown in, unknown out. One array serves for all rows: formulas read their inputs and keep nothing. */
function computing(
	formula: Formula,
	settings: Readonly<Record<string, number>>,
	from: readonly Swept[],
	into: Float64Array,
): Step {
	const inputs = from.map((swept) => (typeof swept === 'number' ? swept : 0));
	const open = from.flatMap((swept, place) => (typeof swept === 'number' ? [] : [{ place, swept }]));
	const isKnown = !inputs.some(Number.isNaN);
	return (_, count) => {
		for (let index = 0; index < count; index++) {
			let known = isKnown;
			for (let at = 0; at < open.length; at++) {
				const { place, swept } = open[at] as (typeof open)[number];
				const value = swept[index] as number;
				if (Number.isNaN(value)) known = false;
				inputs[place] = value;
			}
			into[index] = known ? formula.compute(inputs, settings) : Number.NaN;
		}
	};
}
