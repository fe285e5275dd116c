import type { Known, Source } from '../../estate/estate.ts';
import type { FactValue } from '../../facts/fact.ts';

/** What sources state of a fact themselves, one behind the other. */
export interface Statement {
	readonly fact: string;
	/** Of the sources that state it, ascending. */
	readonly rows: Int32Array;
	/** 1 where it is only assumed. */
	readonly open: Uint8Array;
	/** Values that are all numbers; else each different value once, and for each row the place of its own among them. */
	readonly values: Float64Array | { readonly all: readonly FactValue[]; readonly of: Int32Array };
}

export interface Statements {
	/** Those of facts that somebody wants. */
	readonly all: readonly Statement[];
	/** Every fact that any source states, in the order in which they come. */
	readonly stated: ReadonlySet<string>;
}

/** Many plans are made of the same sources. */
const known = new WeakMap<readonly Source[], { readonly wanted: ReadonlySet<string>; readonly found: Statements }>();

/** Gathers what sources state of some facts: a large estate lies scattered in memory and is walked once for it. */
export function statementsOf(sources: readonly Source[], wanted: ReadonlySet<string>): Statements {
	const made = known.get(sources);
	if (made && [...wanted].every((fact) => made.wanted.has(fact))) return made.found;
	const found = gathered(sources, wanted);
	known.set(sources, { wanted, found });
	return found;
}

/** So many sources are asked what they say before any of it is looked at: memory is then asked for many things at a time, and waited for once. */
const together = 256;

/** What is said of a fact, as far as it was looked at. */
interface Gathering {
	readonly isWanted: boolean;
	readonly rows: number[];
	readonly open: number[];
	readonly values: FactValue[];
}

function gathered(sources: readonly Source[], wanted: ReadonlySet<string>): Statements {
	const byFact = new Map<string, Gathering>();
	const start = (fact: string): Gathering => {
		const begun = { isWanted: wanted.has(fact), rows: [], open: [], values: [] };
		byFact.set(fact, begun);
		return begun;
	};
	const facts: Source['facts'][] = [];
	const said: Known[] = [];
	const about: Gathering[] = [];
	for (let from = 0; from < sources.length; from += together) {
		const to = Math.min(from + together, sources.length);
		for (let row = from; row < to; row++) facts[row - from] = (sources[row] as Source).facts;
		let count = 0;
		for (let row = from; row < to; row++) {
			const own = facts[row - from] as Source['facts'];
			for (const fact in own) {
				const gathering = byFact.get(fact) ?? start(fact);
				const statement = own[fact];
				if (!gathering.isWanted || statement === undefined) continue;
				gathering.rows.push(row);
				said[count] = statement;
				about[count] = gathering;
				count++;
			}
		}
		for (let index = 0; index < count; index++) {
			const { value, from: by } = said[index] as Known;
			const { values, open } = about[index] as Gathering;
			values.push(value);
			open.push(by === 'assumed' ? 1 : 0);
		}
	}
	const all = [...byFact].filter(([, { rows }]) => rows.length > 0);
	return { all: all.map(([fact, gathering]) => statementOf(fact, gathering)), stated: new Set(byFact.keys()) };
}

function statementOf(fact: string, { rows, open, values }: Gathering): Statement {
	const isNumbers = values.every((value) => typeof value === 'number');
	return {
		fact,
		rows: Int32Array.from(rows),
		open: Uint8Array.from(open),
		values: isNumbers ? Float64Array.from(values as readonly number[]) : numbered(values),
	};
}

/** Each different value once, lists by what stands in them. */
function numbered(values: readonly FactValue[]): Exclude<Statement['values'], Float64Array> {
	const all: FactValue[] = [];
	const numbers = new Map<FactValue, number>();
	const of = Int32Array.from(values, (value) => {
		const key = typeof value === 'object' ? JSON.stringify(value) : value;
		const number = numbers.get(key) ?? all.push(value) - 1;
		numbers.set(key, number);
		return number;
	});
	return { all, of };
}
