import type { Ground } from '../advice/ground/ground.ts';
import { followers } from '../advice/ground/read-facts.ts';
import type { Laid } from '../advice/laid.ts';
import { sizeReader } from '../advice/routing/flows.ts';
import { patternAt, wayAt } from '../advice/routing/line-plan.ts';
import { notSure } from '../estate/answers.ts';
import type { Source } from '../estate/estate.ts';
import { lookup } from '../estate/glob.ts';
import type { IsOpen } from './open-facts.ts';
import { type IsDue, type Slices, sorted } from './slices.ts';

/** Sources that take the same routes and for which the same routes failed at the same gates: over a shared line of one place, in AWS of any. */
export interface Crew {
	/** The one with the least data first. */
	readonly rows: Int32Array;
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
	const wanted = wantedAs(ground);
	for (const place of places) {
		const { rows, plan } = place;
		const own = (place.place?.where ?? 'aws') === 'aws' ? '' : place.id;
		const count = plan.ways.all.length + 1;
		const known = new Map<number, number[]>();
		for (let index = 0; index < rows.length; index++) {
			const row = rows[index] as number;
			const shape = wanted(row);
			const taken = (plan.patterns.of[index] as number) * count + (plan.ways.of[index] as number) + 1;
			const key = taken * shapes + shape;
			let crew = known.get(key);
			if (!crew) {
				const name = `${own}|${shape}|${wayAt(plan, index)?.codes ?? ''}|${patternAt(plan, index).outlook.signature}`;
				crew = crews.get(name) ?? [];
				crews.set(name, crew);
				known.set(key, crew);
			}
			crew.push(row);
			if (index % many === many - 1 && isDue()) yield;
		}
	}
	const size = sizeReader(ground);
	const sizes = new Float64Array(ground.sources.length);
	for (let row = 0; row < sizes.length; row++) {
		sizes[row] = size(row);
		if (row % many === many - 1 && isDue()) yield;
	}
	const made: Crew[] = [];
	for (const rows of crews.values()) {
		made.push({
			rows: yield* sorted(rows, (a, b) => (sizes[a] as number) - (sizes[b] as number) || a - b, isDue),
			open,
		});
		if (isDue()) yield;
	}
	return made;
}

/** So many sources are looked at before anybody asks whether a pause is due. */
const many = 2048;

/** In how many ways a source can be wanted. */
const shapes = 64;

/** Numbers what a source is used for, and whether it has anything and anything comes. */
function wantedAs({ table }: Ground): (row: number) => number {
	const use = table.columns.get('use')?.values;
	const [volume, change] = ['volume', 'change'].map((fact) => table.columns.get(fact)?.values);
	return (row) =>
		Math.min(15, (use?.[row] ?? -1) + 1) * 4 + (volume?.[row] === 0 ? 2 : 0) + (change?.[row] === 0 ? 1 : 0);
}

/** Sources of a class leave the same open, unless somebody said of one of them that he does not know. Equal sets are one. */
function opener({ classes, sources, given, table }: Ground, isOpen: IsOpen, reads: ReadsOf): Crew['open'] {
	const givenUp = Object.entries(given.answers.sources).filter(([, said]) => Object.values(said).includes(notSure));
	const isUnsure = givenUp.length > 0 ? lookup(Object.fromEntries(givenUp)) : undefined;
	const byClass: (ReadonlySet<string> | undefined)[] = [];
	const alike = new Map<string, ReadonlySet<string>>();
	const openOf = (source: Source, row: number): ReadonlySet<string> => {
		const open = reads(source).filter((fact) => {
			// What is stated is told by its column in no time.
			const column = followers.has(fact) ? undefined : table.columns.get(fact);
			return (column === undefined || column.open[row] === 1) && isOpen(source, fact);
		});
		const key = open.join();
		const found = alike.get(key) ?? new Set(open);
		alike.set(key, found);
		return found;
	};
	return (row) => {
		if (isUnsure && isUnsure((sources[row] as Source).id).length > 0) return openOf(sources[row] as Source, row);
		const kind = classes.of[row] as number;
		const found = byClass[kind] ?? openOf(sources[row] as Source, row);
		byClass[kind] = found;
		return found;
	};
}
