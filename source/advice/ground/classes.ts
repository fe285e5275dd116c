import type { Source } from '../../estate/estate.ts';
import type { Column } from '../../rules/table.ts';
import type { Stated } from './fill.ts';
import type { Ground } from './ground.ts';
import { moneyFacts } from './kernel.ts';
import { needFacts } from './need.ts';

/** Sources of one place and family that say the same in every choice that routes of their family read, and leave the same unknown. */
export interface Class {
	readonly family: Source['family'];
	/** What may differ among its sources, of all that a route reads: amounts that are known and not nothing. */
	readonly amounts: ReadonlySet<string>;
}

export interface Classes {
	/** The class of each row. */
	readonly of: Int32Array;
	readonly all: readonly Class[];
}

type About = Pick<Ground, 'table' | 'sources' | 'routesOf' | 'places' | 'given'>;

/** Parts the sources into classes. An amount counts as unknown, nothing or some. Places of which nothing is said count as one. */
export function classify(ground: About, stated: Stated): Classes {
	const { sources } = ground;
	const of = new Int32Array(sources.length);
	const all: Class[] = [];
	const places = new Map<string, number>();
	const plain = plainPlaces(ground);
	const byFamily = new Map<Source['family'], number[]>();
	for (let row = 0; row < sources.length; row++) {
		const { family, place: id } = sources[row] as Source;
		const place = plain.get(id) ?? id;
		if (!places.has(place)) places.set(place, places.size);
		const rows = byFamily.get(family);
		if (rows) rows.push(row);
		else byFamily.set(family, [row]);
	}
	const numberOf = (id: string): number => places.get(plain.get(id) ?? id) as number;
	for (const [family, rows] of byFamily) {
		const columns = columnsOf(ground, family, stated);
		const start = Float64Array.from(rows, (row) => numberOf((sources[row] as Source).place));
		const kinds = partition(rows, start, places.size, columns);
		const first = all.length;
		const leads: number[] = [];
		for (let index = 0; index < rows.length; index++) {
			const kind = kinds[index] as number;
			const row = rows[index] as number;
			of[row] = first + kind;
			if (kind === leads.length) leads.push(row);
		}
		const amounts = columns.filter(({ kind }) => kind === 'number');
		for (let kind = 0; kind < leads.length; kind++) {
			const row = leads[kind] as number;
			const known = amounts.filter(({ values }) => !Number.isNaN(values[row]) && values[row] !== 0);
			all[first + kind] = { family, amounts: new Set(known.map(({ fact }) => fact)) };
		}
	}
	return { of, all };
}

/** Places in AWS of which nothing is said: what their sources read is the same. */
function plainPlaces({ places, given }: About): ReadonlyMap<string, string> {
	const said = given.answers.places;
	const all = [...places.values()];
	const plain = all.filter(
		({ id, where, facts }) => where === 'aws' && Object.keys(facts).length === 0 && !Object.hasOwn(said, id),
	);
	return new Map(plain.map(({ id }) => [id, ' plain']));
}

/** The columns that routes of a family read and in which sources of one place can differ. */
function columnsOf({ table, routesOf }: About, family: Source['family'], stated: Stated): readonly Column[] {
	const reads = new Set([...needFacts, ...moneyFacts]);
	for (const { inputs } of routesOf(family)) for (const fact of inputs) reads.add(fact);
	return [...reads].filter((fact) => stated.has(fact)).flatMap((fact) => table.columns.get(fact) ?? []);
}

/** Numbers the rows by what stands in the columns: as one number in a mixed base, counted anew before it grows too large. */
function partition(rows: readonly number[], start: Float64Array, many: number, columns: readonly Column[]): Int32Array {
	let keys = start;
	let range = many;
	for (const column of columns) {
		const base = 2 * statesOf(column);
		if (range * base > 2 ** 52) {
			const kinds = renumber(keys);
			range = rows.length;
			keys = Float64Array.from(kinds);
		}
		if (column.kind === 'number') addAmounts(keys, rows, column.values, column.open);
		else addCodes(keys, rows, column.values, column.open, base);
		range *= base;
	}
	return renumber(keys);
}

function statesOf(column: Column): number {
	if (column.kind === 'number') return 3;
	return 1 + (column.kind === 'mask' ? 2 ** column.codes.size : column.codes.size);
}

/** An amount is unknown, nothing or some, and stated or not: six states. */
function addAmounts(keys: Float64Array, rows: readonly number[], values: Float64Array, open: Uint8Array): void {
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		const value = values[row] as number;
		const state = value === 0 ? 2 : Number.isNaN(value) ? 0 : 4;
		keys[index] = (keys[index] as number) * 6 + state + (open[row] as number);
	}
}

function addCodes(
	keys: Float64Array,
	rows: readonly number[],
	values: Int16Array,
	open: Uint8Array,
	base: number,
): void {
	for (let index = 0; index < rows.length; index++) {
		const row = rows[index] as number;
		keys[index] = (keys[index] as number) * base + 2 * ((values[row] as number) + 1) + (open[row] as number);
	}
}

function renumber(keys: Float64Array): Int32Array {
	const known = new Map<number, number>();
	const kinds = new Int32Array(keys.length);
	for (let index = 0; index < keys.length; index++) {
		const key = keys[index] as number;
		let kind = known.get(key);
		if (kind === undefined) {
			kind = known.size;
			known.set(key, kind);
		}
		kinds[index] = kind;
	}
	return kinds;
}

/** What differs from the ground whose classes are known. */
interface Changes {
	readonly changed: readonly Column[];
	readonly stated: Stated;
}

/**
The classes for other answers: those that are known, parted further where sources of one differ in what changed. Where nothing
changed in which sources of a place can differ they stay.
*/
export function refineClasses(before: Ground, after: About, { changed, stated }: Changes): Classes {
	const { classes } = before;
	const own = changed.filter(({ fact }) => stated.has(fact));
	const answers = [before.given.answers.places, after.given.answers.places].map((said) => Object.keys(said).join('\n'));
	const regrouped = answers[0] !== answers[1];
	if (own.length === 0 && !regrouped) return classes;
	const rows = Array.from(classes.of, (_, row) => row);
	let keys = Float64Array.from(classes.of);
	if (regrouped) {
		const plain = plainPlaces(after);
		const numbers = new Map<string, number>();
		keys = keys.map((key, row) => {
			const { place } = after.sources[row] as Source;
			const id = plain.get(place) ?? place;
			const number = numbers.get(id) ?? numbers.size;
			numbers.set(id, number);
			return key * (after.places.size + 2) + number;
		});
		keys = Float64Array.from(renumber(keys));
	}
	const of = partition(rows, keys, classes.all.length * (after.places.size + 2), own);
	return { of, all: refined(classes, of, own) };
}

function refined(before: Classes, of: Int32Array, changed: readonly Column[]): readonly Class[] {
	const all: Class[] = [];
	for (let row = 0; row < of.length; row++) {
		const kind = of[row] as number;
		if (all[kind]) continue;
		const { family, amounts } = before.all[before.of[row] as number] as Class;
		const turned = changed.filter((column) => column.kind === 'number');
		const kept = [...amounts].filter((fact) => !turned.some((column) => column.fact === fact));
		const known = turned.filter(({ values }) => !Number.isNaN(values[row]) && values[row] !== 0);
		all[kind] = { family, amounts: new Set([...kept, ...known.map(({ fact }) => fact)]) };
	}
	return all;
}
