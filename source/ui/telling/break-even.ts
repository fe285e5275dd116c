import { facts } from '../../facts/index.ts';
import { printValue } from '../../facts/quantity-text.ts';
import type { Change, PlanKnown } from '../../plan/plan.ts';
import { cells, type Row, row, span } from '../rows.ts';
import type { Signs } from '../theme.ts';

/** Cells of the scale at most. */
const widest = 48;

/**
Where a quantity stands and where the choice would flip, drawn on one scale: the part on which the choice holds is full, the other
part light. Amounts reach over many powers of ten, so the scale counts those. Nothing where the fact is no known quantity.
*/
export function breakEvenRows(
	{ fact, value, at }: Change,
	known: PlanKnown | undefined,
	columns: number,
	{ full, light, upright }: Signs,
): readonly Row[] {
	const now = known?.value;
	if (typeof now !== 'number' || now <= 0 || value <= 0 || now === value) return [];
	const form = facts[fact as keyof typeof facts];
	const text = form === undefined ? String(now) : printValue(form, now);
	const room = Math.min(widest, columns - cells(text) - cells(at) - 8);
	if (room < 12) return [];
	// The two values stand at a quarter and at three quarters.
	const [first, second] = [Math.floor(room / 4), Math.floor((room * 3) / 4)];
	const isBelow = now < value;
	const holds = isBelow ? second : room - first;
	const bar = isBelow
		? full.repeat(holds) + light.repeat(room - holds)
		: light.repeat(room - holds) + full.repeat(holds);
	const mark = isBelow ? first : second;
	return [
		row(
			`    ${isBelow ? text : at} `,
			span(bar.slice(0, mark), 'good'),
			span(upright, 'chosen'),
			span(bar.slice(mark + 1), 'good'),
			` ${isBelow ? at : text}`,
		),
	];
}
