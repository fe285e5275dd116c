import type { Source } from '../../estate/estate.ts';

const known = new WeakMap<readonly Source[], readonly string[]>();

/** Id of each source, by its row. A large estate lies scattered in memory and is walked once for them. */
export function allIds(sources: readonly Source[]): readonly string[] {
	const found = known.get(sources) ?? sources.map(({ id }) => id);
	known.set(sources, found);
	return found;
}

/** The ids of some rows. */
export function idsOf(ids: readonly string[], rows: Int32Array): readonly string[] {
	const found = new Array<string>(rows.length);
	for (let index = 0; index < rows.length; index++) found[index] = ids[rows[index] as number] as string;
	return found;
}
