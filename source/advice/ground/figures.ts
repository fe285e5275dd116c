import type { Caution, Figure } from '../../catalog/record.ts';
import { compileCondition, compileTerm } from '../../rules/compile.ts';
import type { Formula } from '../../rules/formula.ts';
import { inputsOfCondition, inputsOfTerm } from '../../rules/inputs.ts';
import { dollars } from '../explaining/words.ts';
import type { Ground } from './ground.ts';
import { compileCosts } from './kernel.ts';

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
export function concernedBy({ table }: Ground, { when }: Caution, rows: readonly number[]): readonly number[] {
	const test = when && compileCondition(when, table);
	return test ? rows.filter((row) => test(row) === 2) : rows;
}

/** What a caution says of those rows that it concerns, with its figures filled in; undefined when it concerns none or a figure is unknown. */
export function saidOf(ground: Ground, caution: Caution, rows: readonly number[]): string | undefined {
	const { says, figures } = caution;
	const concerned = concernedBy(ground, caution, rows);
	if (concerned.length === 0) return undefined;
	let known = true;
	const filled = says.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
		const figure = figures?.[name];
		const text = figure && written(figure, concerned, ground);
		if (text === undefined) known = false;
		return text ?? placeholder;
	});
	return known ? filled : undefined;
}

/** Counts as the largest of the rows, dollars as their sum; undefined while unknown. */
function written(
	figure: Figure,
	rows: readonly number[],
	ground: Pick<Ground, 'footing' | 'nearest'>,
): string | undefined {
	const { footing } = ground;
	if ('count' in figure) {
		const { reckon } = compileTerm(figure.count, footing.table, footing.formulas);
		const most = rows.reduce((top, row) => Math.max(top, reckon(row)), Number.NEGATIVE_INFINITY);
		return Number.isFinite(most) ? Math.ceil(most).toLocaleString('en-US') : undefined;
	}
	const costs = compileCosts(
		figure.dollars.map((cost) => ({ ...cost, by: '' })),
		footing,
	);
	const total = rows.reduce((sum, row) => costs.reduce((more, { rate, reckon }) => more + rate * reckon(row), sum), 0);
	return Number.isFinite(total) ? dollars(ground, total) : undefined;
}
