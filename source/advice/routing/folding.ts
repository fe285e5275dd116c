import type { Reckon } from '../../rules/compile.ts';
import type { Ground } from '../ground/ground.ts';

/** Gives for a term that reads none of the facts in which rows differ its value instead, reckoned on one of them. */
export function folder(
	{ footing }: Pick<Ground, 'footing'>,
	differing: ReadonlySet<string>,
	row: number,
): (reckon: Reckon) => Reckon {
	return (reckon) => {
		if (footing.inputs.get(reckon)?.some((fact) => differing.has(fact)) !== false) return reckon;
		const value = reckon(row);
		return () => value;
	};
}
