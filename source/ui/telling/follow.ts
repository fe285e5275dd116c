import type { Row } from '../rows.ts';
import type { Signs } from '../theme.ts';

const pointerIn = (rows: readonly Row[], { pointer }: Signs): number =>
	rows.findIndex(([first]) => first?.role === 'chosen' && first.text.startsWith(pointer));

/** How far rows must be scrolled so that the one with the pointer is seen, with a line to spare below. */
export const followed = (rows: readonly Row[], height: number, signs: Signs): number =>
	rows.length > height ? Math.max(0, pointerIn(rows, signs) - height + 3) : 0;

/** How far they must be scrolled so that what stands below the pointer is seen, and the line before it. */
export const unfolded = (rows: readonly Row[], height: number, signs: Signs): number =>
	rows.length > height ? Math.max(0, pointerIn(rows, signs) - 1) : 0;
