import type { Ground } from '../advice/ground/ground.ts';
import { blankNeed, needReader } from '../advice/ground/need.ts';
import type { Laid } from '../advice/laid.ts';
import { patternAt, wayAt } from '../advice/routing/line-plan.ts';
import type { Pattern } from '../advice/routing/patterns.ts';
import type { PlannedPlace } from '../advice/routing/plan-places.ts';
import type { Way } from '../advice/routing/ways.ts';
import { notSure } from '../estate/answers.ts';
import type { Source } from '../estate/estate.ts';
import { lookup } from '../estate/glob.ts';
import type { IsOpen } from './open-facts.ts';
import type { IsDue, Slices } from './slices.ts';

/** Sources that take the same routes and for which the same routes failed at the same gates: over a shared line of one place, in AWS of any. */
export interface Crew {
	/** The one with the least data first. */
	readonly rows: readonly number[];
	/** Of what is read of sources of this family, what is open for one. */
	readonly open: (row: number) => ReadonlySet<string>;
}

/** Facts that rules may read of a source. */
export type ReadsOf = (source: Source) => readonly string[];

/** Parts the sources that are wanted into crews. */
export function* alikeIn(
	{ ground, places }: Laid,
	{ isOpen, reads, isDue }: { readonly isOpen: IsOpen; readonly reads: ReadsOf; readonly isDue: IsDue },
): Slices<readonly Crew[]> {
	const open = opener(ground, isOpen, reads);
	const crews = new Map<string, number[]>();
	const isAws = ({ place }: PlannedPlace): boolean => (place?.where ?? 'aws') === 'aws';
	const ways = wayNames();
	const wants = wantsOf(ground);
	for (const place of places) {
		const { rows, plan } = place;
		const own = isAws(place) ? '' : place.id;
		const byName = new Map<string, number[]>();
		for (let index = 0; index < rows.length; index++) {
			const row = rows[index] as number;
			const name = wants(row) + ways(patternAt(plan, index), wayAt(plan, index));
			let crew = byName.get(name);
			if (!crew) {
				const key = `${own}|${name}`;
				crew = crews.get(key) ?? [];
				crews.set(key, crew);
				byName.set(name, crew);
			}
			crew.push(row);
		}
		if (isDue()) yield;
	}
	const amount = amountsOf(ground);
	const made: Crew[] = [];
	for (const rows of crews.values()) {
		made.push({ rows: byAmount(rows, amount), open });
		if (isDue()) yield;
	}
	return made;
}

/** Names which parts of a source are wanted, and whether models train on it. */
function wantsOf({ table, sources }: Ground): (row: number) => string {
	const readNeed = needReader(table);
	const need = blankNeed();
	return (row) => {
		readNeed(row, (sources[row] as Source).family, need);
		return `${need.train ? 't' : ''}${need.history ? 'h' : ''}${need.changes ? 'c' : ''}|`;
	};
}

/** Names what a source takes, and with it what failed. */
function wayNames(): (pattern: Pattern, way: Way | undefined) => string {
	const known = new Map<string, Map<Way | undefined, string>>();
	return ({ outlook: { signature } }, way) => {
		const own = known.get(signature) ?? new Map<Way | undefined, string>();
		known.set(signature, own);
		const name = own.get(way) ?? `${way?.codes.join() ?? ''}|${signature}`;
		own.set(way, name);
		return name;
	};
}

/** How much there is and comes in a day, in bytes; what nobody knows counts as nothing. */
function amountsOf({ table }: Ground): (row: number) => number {
	const volume = table.columns.get('volume')?.values;
	const change = table.columns.get('change')?.values;
	return (row) => (volume?.[row] || 0) + (change?.[row] || 0) * 86_400;
}

function byAmount(rows: readonly number[], amount: (row: number) => number): readonly number[] {
	if (rows.length < 2) return rows;
	const amounts = new Map(rows.map((row) => [row, amount(row)]));
	return rows.toSorted((a, b) => (amounts.get(a) as number) - (amounts.get(b) as number) || a - b);
}

/** Sources of a class leave the same open, unless somebody said of one of them that he does not know. */
function opener({ classes, sources, given }: Ground, isOpen: IsOpen, reads: ReadsOf): Crew['open'] {
	const givenUp = Object.entries(given.answers.sources).filter(([, said]) => Object.values(said).includes(notSure));
	const isUnsure = givenUp.length > 0 ? lookup(Object.fromEntries(givenUp)) : undefined;
	const byClass: (ReadonlySet<string> | undefined)[] = [];
	const openOf = (source: Source): ReadonlySet<string> => new Set(reads(source).filter((fact) => isOpen(source, fact)));
	return (row) => {
		const source = sources[row] as Source;
		if (isUnsure && isUnsure(source.id).length > 0) return openOf(source);
		const kind = classes.of[row] as number;
		const found = byClass[kind] ?? openOf(source);
		byClass[kind] = found;
		return found;
	};
}
