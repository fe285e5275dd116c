import type { Caution, Figure } from '../../catalog/record.ts';
import { inThousands } from '../../facts/amount-text.ts';
import type { Formula } from '../../rules/formula.ts';
import { inputsOfCondition, inputsOfTerm } from '../../rules/inputs.ts';
import { dollars } from '../explaining/words.ts';
import { folder } from '../routing/folding.ts';
import type { Ground } from './ground.ts';
import { compileCosts, reckoner } from './kernel.ts';
import type { Strata } from './strata.ts';

/** Facts that a caution reads, in its condition and in its figures. */
export function inputsOfCaution(
	{ when, figures = {} }: Caution,
	formulas: Readonly<Record<string, Formula>>,
): readonly string[] {
	const terms = Object.values(figures).flatMap((figure) =>
		'count' in figure ? [figure.count] : figure.dollars.map(({ quantity }) => quantity),
	);
	return [...(when ? inputsOfCondition(when) : []), ...terms.flatMap((term) => inputsOfTerm(term, formulas))];
}

/** The rows that a caution concerns. */
export const concernedBy = ({ where }: Strata, { when }: Caution, rows: Int32Array): Int32Array =>
	when ? where([[when, 2]], rows) : rows;

/**
What a caution says of the rows that it concerns, with its figures filled in; undefined when it concerns none or a figure is
unknown. `differing`: facts in which those rows can differ.
*/
export function saidOf(
	ground: Ground,
	{ says, figures }: Caution,
	concerned: Int32Array,
	differing: ReadonlySet<string>,
): string | undefined {
	if (concerned.length === 0) return undefined;
	let known = true;
	const filled = says.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
		const figure = figures?.[name];
		const text = figure && written(figure, concerned, ground, differing);
		if (text === undefined) known = false;
		return text ?? placeholder;
	});
	return known ? filled : undefined;
}

/** Counts as the largest of the rows, dollars as their sum; undefined while unknown. */
function written(
	figure: Figure,
	rows: Int32Array,
	ground: Pick<Ground, 'footing' | 'nearest'>,
	differing: ReadonlySet<string>,
): string | undefined {
	const { footing } = ground;
	const folded = folder(ground, differing, rows[0] as number);
	if ('count' in figure) {
		const reckon = folded(reckoner(footing)(figure.count));
		let most = Number.NEGATIVE_INFINITY;
		for (let index = 0; index < rows.length; index++) most = Math.max(most, reckon(rows[index] as number));
		return Number.isFinite(most) ? inThousands(Math.ceil(most)) : undefined;
	}
	const costs = compileCosts(
		figure.dollars.map((cost) => ({ ...cost, by: '' })),
		footing,
	).map(({ rate, reckon }) => ({ rate, reckon: folded(reckon) }));
	let total = 0;
	for (let index = 0; index < rows.length; index++)
		for (let at = 0; at < costs.length; at++) {
			const { rate, reckon } = costs[at] as (typeof costs)[number];
			total += rate * reckon(rows[index] as number);
		}
	return Number.isFinite(total) ? dollars(ground, total) : undefined;
}
