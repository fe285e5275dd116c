import type { Row } from '../rows.ts';
import type { Signs } from '../theme.ts';

/** How far rows must be scrolled so that the one with the pointer is seen, with a line to spare below. */
export function followed(rows: readonly Row[], height: number, { pointer }: Signs): number {
	const at = rows.findIndex(([first]) => first?.role === 'chosen' && first.text.startsWith(pointer));
	return rows.length > height ? Math.max(0, at - height + 3) : 0;
}
