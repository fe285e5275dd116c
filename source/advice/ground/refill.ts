import type { Source } from '../../estate/estate.ts';
import { lookup } from '../../estate/glob.ts';
import type { Column } from '../../rules/table.ts';
import { fillBases, fillStanding, standingFacts } from './fill.ts';
import type { Ground } from './ground.ts';
import { followers, rootsOf } from './read-facts.ts';
import { write, writeKnown } from './writing.ts';

type Refilled = Pick<Ground, 'given' | 'table' | 'sources' | 'places' | 'muster' | 'rowOf' | 'workload' | 'read'>;

/** Fills some columns anew, as `fillTable` fills all of them. Adds to `stated` what sources state. */
export function refill(ground: Refilled, columns: readonly Column[], stated: Set<string>): void {
	const { given } = ground;
	fillBases(ground, columns);
	const { sources: said } = given.answers;
	const saidOf = Object.keys(said).length === 0 ? undefined : lookup(said);
	const answered = new Set(Object.values(said).flatMap(Object.keys));
	for (const column of columns) {
		const { fact } = column;
		if (standingFacts.has(fact)) {
			fillStanding(ground, column);
			continue;
		}
		refillOwn(ground, column, stated, rootsOf(fact).some((root) => answered.has(root)) ? saidOf : undefined);
	}
}

/** Writes what sources state themselves, what people said of them, and what follows from either. */
function refillOwn(
	{ sources, read }: Refilled,
	column: Column,
	stated: Set<string>,
	saidOf: ReturnType<typeof lookup> | undefined,
): void {
	const { fact } = column;
	const roots = rootsOf(fact);
	const follows = followers.has(fact);
	const tellers = follows
		? [...new Set(roots.flatMap((root) => [...tellersOf(sources, root)]))]
		: tellersOf(sources, fact);
	for (const row of tellers) {
		const source = sources[row] as Source;
		if (follows) write(column, row, source, read);
		else writeKnown(column, row, source.facts[fact]);
	}
	let isStated = tellers.length > 0;
	for (let row = 0; saidOf && row < sources.length; row++) {
		const source = sources[row] as Source;
		if (!saidOf(source.id).some((set) => roots.some((root) => Object.hasOwn(set, root)))) continue;
		write(column, row, source, read);
		isStated = true;
	}
	if (isStated) stated.add(fact);
}

/** Whether any source states a fact, or people said it of one. */
export function isStated({ given, sources }: Pick<Ground, 'given' | 'sources'>, fact: string): boolean {
	if (tellersOf(sources, fact).length > 0) return true;
	const said = Object.entries(given.answers.sources).filter(([, set]) => Object.hasOwn(set, fact));
	const saidOf = lookup(Object.fromEntries(said));
	return said.length > 0 && sources.some(({ id }) => saidOf(id).length > 0);
}

/** Answers come one after the other for the same sources. */
const told = new WeakMap<readonly Source[], Map<string, readonly number[]>>();

/** Rows of the sources that state a fact themselves. */
function tellersOf(sources: readonly Source[], fact: string): readonly number[] {
	const known = told.get(sources) ?? new Map<string, readonly number[]>();
	told.set(sources, known);
	const found = known.get(fact) ?? [...sources.keys()].filter((row) => sources[row]?.facts[fact] !== undefined);
	known.set(fact, found);
	return found;
}
