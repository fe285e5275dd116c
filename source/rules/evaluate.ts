import type { Term } from './condition.ts';
import type { Formula } from './formula.ts';

type ReadNumber = (fact: string) => number | undefined;

/**
The value of a term in the units its facts are held in. NaN means unknown: an unread fact, or a formula nobody registered,
anywhere in the term makes the whole unknown. A product with a zero is 0 only when every factor is known.
*/
export function evaluateTerm(term: Term, read: ReadNumber, formulas: Readonly<Record<string, Formula>>): number {
	if (typeof term === 'number') return term;
	if ('fact' in term) return read(term.fact) ?? Number.NaN;
	const values = (parts: readonly Term[]) => parts.map((part) => evaluateTerm(part, read, formulas));
	if ('sum' in term) return values(term.sum).reduce((total, value) => total + value, 0);
	if ('product' in term) return values(term.product).reduce((total, value) => total * value, 1);
	if ('largest' in term)
		return values(term.largest).reduce((top, value) => Math.max(top, value), Number.NEGATIVE_INFINITY);
	const formula = formulas[term.formula];
	if (!formula) return Number.NaN;
	const inputs = formula.inputs.map((fact) => read(fact) ?? Number.NaN);
	if (inputs.some(Number.isNaN)) return Number.NaN;
	return formula.compute(inputs, { ...formula.settings, ...term.with });
}
