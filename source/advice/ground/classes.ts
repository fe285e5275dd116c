import type { Source } from '../../estate/estate.ts';
import type { Column } from '../../rules/table.ts';
import type { Stated } from './fill.ts';
import type { Ground } from './ground.ts';
import { moneyFacts } from './kernel.ts';
import { type Muster, rowsByNumber } from './muster.ts';
import { needFacts } from './need.ts';
import { onceEach } from './once.ts';
import { parterBy, partition } from './partition.ts';

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
	const { classes, take } = classifierOver(ground, stated, ground.muster.sources.length);
	take(ground.muster);
	return classes;
}

/** Parts sources that stand in the same rows one batch after the other: those that are alike get the same class whenever they come. */
export interface Classifier {
	/** Those of the batch that was taken last; `all` goes on with every batch. */
	readonly classes: Classes;
	readonly take: (muster: Muster) => void;
}

/** Makes what parts sources of a ground into classes, of which there may be no more than `most`. */
export function classifierOver(ground: About, stated: Stated, most: number): Classifier {
	const of = new Int32Array(ground.muster.families.of.length);
	const all: Class[] = [];
	const sites = sitesOf(ground);
	const sortOf = onceEach((family: Source['family']) => {
		const columns = columnsOf(ground, family, stated);
		return { parter: parterBy(columns, sites.count, most), amountsOf: amountsReader(columns), numbers: [] as number[] };
	});
	return {
		classes: { of, all },
		take: ({ families, places }) => {
			const siteOf = sites.numbersOf(places.all);
			for (const [number, rows] of rowsByNumber(families).entries()) {
				const family = families.all[number] as Source['family'];
				const { parter, amountsOf, numbers } = sortOf(family);
				const own = rows.map((row) => siteOf[places.of[row] as number] as number);
				const { kinds, leads } = parter.part(rows, own);
				for (const lead of leads) numbers.push(all.push({ family, amounts: amountsOf(rows[lead] as number) }) - 1);
				for (let index = 0; index < rows.length; index++)
					of[rows[index] as number] = numbers[kinds[index] as number] as number;
			}
		},
	};
}

/** Numbers the sites at which sources stand: their places, but one for all places of which nothing is said. */
function sitesOf(ground: About): {
	readonly numbersOf: (places: readonly string[]) => Int32Array;
	readonly count: number;
} {
	const plain = plainPlaces(ground);
	const known = new Map<string, number>();
	const numberOf = (id: string): number => {
		const site = plain.get(id) ?? id;
		const number = known.get(site) ?? known.size;
		known.set(site, number);
		return number;
	};
	// Sources may name places that the estate does not know.
	const count = 1 + ground.places.size + ground.muster.places.all.length;
	return { numbersOf: (places) => Int32Array.from(places, numberOf), count };
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
	const { keys, many } = regrouped ? bySite(classes, after) : { keys: classes.of, many: classes.all.length };
	const { kinds, leads } = partition(rows, keys, many, own);
	return { of: kinds, all: leads.map((row) => refined(classes, row, own)) };
}

/** Classes and sites as one number. */
function bySite({ of, all }: Classes, ground: About) {
	const { places } = ground.muster;
	const { numbersOf, count } = sitesOf(ground);
	const siteOf = numbersOf(places.all);
	const keys = new Float64Array(of.length);
	for (let row = 0; row < keys.length; row++)
		keys[row] = (of[row] as number) * count + (siteOf[places.of[row] as number] as number);
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
