import type { Source } from '../../estate/estate.ts';
import type { Column } from '../../rules/table.ts';
import type { Stated } from './fill.ts';
import type { Ground } from './ground.ts';
import { moneyFacts } from './kernel.ts';
import { rowsByNumber } from './muster.ts';
import { needFacts } from './need.ts';
import { partition } from './partition.ts';

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

type About = Pick<Ground, 'table' | 'muster' | 'rosterOf' | 'places' | 'given'>;

/** Parts the sources into classes. An amount counts as unknown, nothing or some. Places of which nothing is said count as one. */
export function classify(ground: About, stated: Stated): Classes {
	const { families } = ground.muster;
	const of = new Int32Array(families.of.length);
	const all: Class[] = [];
	const sites = sitesOf(ground);
	const byFamily = rowsByNumber(families);
	for (const [number, family] of families.all.entries()) {
		const rows = byFamily[number] as Int32Array;
		const columns = columnsOf(ground, family, stated);
		const { kinds, leads } = partition(rows, sites.at(rows), sites.count, columns);
		const first = all.length;
		for (let index = 0; index < rows.length; index++) of[rows[index] as number] = first + (kinds[index] as number);
		const amountsOf = amountsReader(columns);
		for (const lead of leads) all.push({ family, amounts: amountsOf(rows[lead] as number) });
	}
	return { of, all };
}

/** Numbers of the sites at which sources stand: their places, but one for all places of which nothing is said. */
function sitesOf(ground: About): { readonly at: (rows: Int32Array) => Int32Array; readonly count: number } {
	const { all, of } = ground.muster.places;
	const plain = plainPlaces(ground);
	const known = new Map<string, number>();
	const numbers = Int32Array.from(all, (id) => {
		const site = plain.get(id) ?? id;
		const number = known.get(site) ?? known.size;
		known.set(site, number);
		return number;
	});
	return { at: (rows) => rows.map((row) => numbers[of[row] as number] as number), count: known.size };
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
function columnsOf({ table, rosterOf }: About, family: Source['family'], stated: Stated): readonly Column[] {
	const reads = new Set([...needFacts, ...moneyFacts, ...rosterOf(family).plans.inputs]);
	return [...reads].filter((fact) => stated.has(fact)).flatMap((fact) => table.columns.get(fact) ?? []);
}

/** Reads which amounts of a row are known and not nothing; sources that agree in it share what it gives. */
function amountsReader(columns: readonly Column[]): (row: number) => Class['amounts'] {
	const amounts = columns.filter(({ kind }) => kind === 'number');
	const known = new Map<string, Class['amounts']>();
	return (row) => {
		const facts = amounts.filter(({ values }) => isSome(values[row] as number)).map(({ fact }) => fact);
		const key = facts.join();
		const found = known.get(key) ?? new Set(facts);
		known.set(key, found);
		return found;
	};
}

const isSome = (amount: number): boolean => !Number.isNaN(amount) && amount !== 0;

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
	const rows = classes.of.map((_, row) => row);
	const { keys, many } = regrouped
		? bySite(classes, rows, sitesOf(after))
		: { keys: classes.of, many: classes.all.length };
	const { kinds, leads } = partition(rows, keys, many, own);
	return { of: kinds, all: leads.map((row) => refined(classes, row, own)) };
}

/** Classes and sites as one number. */
function bySite({ of, all }: Classes, rows: Int32Array, { at, count }: ReturnType<typeof sitesOf>) {
	const sites = at(rows);
	const keys = new Float64Array(rows.length);
	for (let row = 0; row < keys.length; row++) keys[row] = (of[row] as number) * count + (sites[row] as number);
	return { keys, many: all.length * count };
}

/** The class of a row: what stands in the columns that changed is looked at anew. */
function refined({ of, all }: Classes, row: number, changed: readonly Column[]): Class {
	const { family, amounts } = all[of[row] as number] as Class;
	const turned = changed.filter(({ kind }) => kind === 'number');
	const kept = [...amounts].filter((fact) => !turned.some((column) => column.fact === fact));
	const known = turned.filter(({ values }) => isSome(values[row] as number));
	return { family, amounts: new Set([...kept, ...known.map(({ fact }) => fact)]) };
}
