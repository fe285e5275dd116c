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
	readonly fact: string;
	readonly isWanted: boolean;
	readonly rows: number[];
	readonly open: number[];
	readonly values: FactValue[];
	/** That of the fact that was stated next after it: mostly the same as before. */
	next: Gathering | undefined;
}

const begun = (fact: string, isWanted: boolean): Gathering => ({
	fact,
	isWanted,
	rows: [],
	open: [],
	values: [],
	next: undefined,
});

/** Statements that wait to be looked at, many one behind the other while nothing hangs on any of them. */
interface Waiting {
	readonly about: Gathering[];
	readonly rows: number[];
	readonly said: Known[];
	count: number;
}

function gathered(sources: readonly Source[], wanted: ReadonlySet<string>): Statements {
	const byFact = new Map<string, Gathering>();
	const first = begun('', false);
	const follow = (before: Gathering, fact: string): Gathering => {
		const known = byFact.get(fact);
		const next = known ?? begun(fact, wanted.has(fact));
		if (!known) byFact.set(fact, next);
		before.next = next;
		return next;
	};
	const facts: Source['facts'][] = [];
	const waiting: Waiting = { about: [], rows: [], said: [], count: 0 };
	for (let from = 0; from < sources.length; from += together) {
		const many = takeFacts(sources, [from, Math.min(from + together, sources.length)], facts);
		for (let index = 0; index < many; index++)
			takeUp(facts[index] as Source['facts'], from + index, { first, follow }, waiting);
		lookAt(waiting);
	}
	const all = [...byFact.values()].filter(({ rows }) => rows.length > 0);
	return { all: all.map(statementOf), stated: new Set(byFact.keys()) };
}

/** Takes what some sources say. Gives how many they are, for which each is looked at once: then all of them are near at hand. */
function takeFacts(sources: readonly Source[], [from, to]: readonly [number, number], into: Source['facts'][]): number {
	for (let row = from; row < to; row++) into[row - from] = (sources[row] as Source).facts;
	let many = 0;
	while (many < to - from && typeof into[many] === 'object') many++;
	return many;
}

/** Takes up what a source states. */
function takeUp(
	own: Source['facts'],
	row: number,
	{ first, follow }: { readonly first: Gathering; readonly follow: (before: Gathering, fact: string) => Gathering },
	waiting: Waiting,
): void {
	let gathering = first;
	for (const fact in own) {
		const { next } = gathering;
		gathering = next !== undefined && next.fact === fact ? next : follow(gathering, fact);
		if (!gathering.isWanted) continue;
		const statement = own[fact];
		if (statement === undefined) continue;
		const { count } = waiting;
		waiting.about[count] = gathering;
		waiting.rows[count] = row;
		waiting.said[count] = statement;
		waiting.count = count + 1;
	}
}

/** Room for what is read of statements. */
const [values, opens]: [FactValue[], number[]] = [[], []];

/** Reads the statements that wait; none is left. */
function lookAt(waiting: Waiting): void {
	const { about, rows, said, count } = waiting;
	for (let index = 0; index < count; index++) {
		const { value, from } = said[index] as Known;
		values[index] = value;
		opens[index] = from === 'assumed' ? 1 : 0;
	}
	for (let index = 0; index < count; index++) {
		const gathering = about[index] as Gathering;
		gathering.rows.push(rows[index] as number);
		gathering.values.push(values[index] as FactValue);
		gathering.open.push(opens[index] as number);
	}
	waiting.count = 0;
}

function statementOf({ fact, rows, open, values }: Gathering): Statement {
	const isNumbers = values.every((value) => typeof value === 'number');
	return {
		fact,
		rows: new Int32Array(rows),
		open: new Uint8Array(open),
		values: isNumbers ? new Float64Array(values as readonly number[]) : numbered(values),
	};
}

/** Each different value once, lists by what stands in them. */
function numbered(values: readonly FactValue[]): Exclude<Statement['values'], Float64Array> {
	const all: FactValue[] = [];
	const numbers = new Map<FactValue, number>();
	const of = new Int32Array(values.length);
	for (let index = 0; index < of.length; index++) {
		const value = values[index] as FactValue;
		const key = typeof value === 'object' ? JSON.stringify(value) : value;
		const known = numbers.get(key);
		const number = known ?? all.push(value) - 1;
		if (known === undefined) numbers.set(key, number);
		of[index] = number;
	}
	return { all, of };
}
