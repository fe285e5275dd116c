import type { CostLine, Unpriced } from './advice.ts';
import { type CompiledCost, unitSizes } from './kernel.ts';

/**
The cost lines of some rows of the table together, one a price. A quantity that is unknown on any row, or a price the book
does not hold, gives no line but a sentence.
*/
export function costLines(
	costs: readonly CompiledCost[],
	rows: readonly number[],
): { readonly lines: readonly CostLine[]; readonly unpriced: readonly Unpriced[] } {
	const lines: CostLine[] = [];
	const unpriced: Unpriced[] = [];
	for (const { by, price, per, reckon, entry } of costs) {
		const known = rows.map(reckon).filter((quantity) => !Number.isNaN(quantity));
		if (!entry) {
			unpriced.push({ by, price, why: 'The price book does not hold this price.' });
			continue;
		}
		if (known.length < rows.length) {
			const left = rows.length - known.length;
			unpriced.push({ by, price, why: `The quantity is unknown for ${left} of ${rows.length} sources.` });
		}
		const base = known.reduce((total, quantity) => total + quantity, 0);
		if (base === 0) continue;
		const quantity = base / unitSizes[entry.per];
		const { title, sure } = entry;
		lines.push({ by, price, title, per, quantity, unit: entry.per, dollars: quantity * entry.dollars, sure });
	}
	return { lines, unpriced };
}
