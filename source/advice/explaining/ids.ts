import type { Muster } from '../ground/muster.ts';

/** The ids of some rows. */
export function idsOf({ ids }: Pick<Muster, 'ids'>, rows: Int32Array): readonly string[] {
	const found = new Array<string>(rows.length);
	for (let index = 0; index < rows.length; index++) found[index] = ids[rows[index] as number] as string;
	return found;
}
