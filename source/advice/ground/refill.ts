import type { Source } from '../../estate/estate.ts';
import { lookup } from '../../estate/glob.ts';
import { type Column, setCell } from '../../rules/table.ts';
import { copyDown, standingFacts, standingWriter, write } from './fill.ts';
import type { Ground } from './ground.ts';
import { followers, rootsOf } from './read-facts.ts';

type Refilled = Pick<Ground, 'given' | 'table' | 'sources' | 'places' | 'rowOf' | 'workload' | 'read'>;

/** Fills some columns anew, as `fillTable` fills all of them. Adds to `stated` what sources state. */
export function refill(ground: Refilled, columns: readonly Column[], stated: Set<string>): void {
	const { given, sources, places, rowOf, workload, read } = ground;
	const placeRows = new Map([...places].map(([id, place]) => [id, rowOf(place)]));
	for (const column of columns) {
		write(column, workload, undefined, read);
		for (const [id, row] of placeRows) write(column, row, places.get(id), read);
	}
	const base = Int32Array.from(sources, ({ place }) => placeRows.get(place) ?? workload);
	const bases = [...new Set(base)];
	for (const column of columns) {
		copyDown(column.values, base, bases);
		copyDown(column.open, base, bases);
	}
	const { sources: said } = given.answers;
	const saidOf = Object.keys(said).length === 0 ? undefined : lookup(said);
	const answered = new Set(Object.values(said).flatMap(Object.keys));
	for (const column of columns) {
		const { fact } = column;
		if (standingFacts.has(fact)) {
			const writeStanding = standingWriter(ground.table.columns, read);
			for (let row = 0; row < sources.length; row++) writeStanding(row, sources[row] as Source);
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
	let isStated = false;
	for (let row = 0; row < sources.length; row++) {
		const source = sources[row] as Source;
		const { facts } = source;
		const isSaid = saidOf?.(source.id).some((set) => roots.some((root) => Object.hasOwn(set, root))) ?? false;
		if (isSaid || (follows && roots.some((root) => root in facts))) {
			write(column, row, source, read);
			isStated = true;
			continue;
		}
		const known = facts[fact];
		if (!known) continue;
		setCell(column, row, known.value, known.from === 'assumed');
		isStated = true;
	}
	if (isStated) stated.add(fact);
}
