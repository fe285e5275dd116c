import type { Reckon } from '../../rules/compile.ts';
import type { CostLine, Unpriced } from '../advice.ts';
import { type CompiledCost, unitSizes } from '../ground/kernel.ts';

/**
The cost lines of some rows of the table together, one a price. A quantity that is unknown on any row, or a price the book
does not hold, gives no line but a sentence.
*/
export function costLines(
	costs: readonly CompiledCost[],
	rows: Int32Array,
	folded: (reckon: Reckon) => Reckon = (reckon) => reckon,
): { readonly lines: readonly CostLine[]; readonly unpriced: readonly Unpriced[] } {
	const lines: CostLine[] = [];
	const unpriced: Unpriced[] = [];
	for (const { by, price, per, reckon, entry } of costs) {
		if (!entry) {
			unpriced.push({ by, price, why: 'The price book does not hold this price.' });
			continue;
		}
		const { base, left } = sumOf(rows, folded(reckon));
		if (left > 0) {
			unpriced.push({ by, price, why: `The quantity is unknown for ${left} of ${rows.length} sources.` });
		}
		if (base === 0) continue;
		const quantity = base / unitSizes[entry.per];
		const { title, sure } = entry;
		lines.push({ by, price, title, per, quantity, unit: entry.per, dollars: quantity * entry.dollars, sure });
	}
	return { lines, unpriced };
}

/** The sum over the rows that are known, and how many are not. */
function sumOf(rows: Int32Array, reckon: Reckon): { readonly base: number; readonly left: number } {
	let [base, left] = [0, 0];
	for (let index = 0; index < rows.length; index++) {
		const quantity = reckon(rows[index] as number);
		if (Number.isNaN(quantity)) left += 1;
		else base += quantity;
	}
	return { base, left };
}
