import type { Size } from './rows.ts';

/** The window of the session. */
export interface Window extends Size {
	/** Rows that a hint takes between the screen and its keys. */
	readonly hint?: number;
	/** Rows that a notice takes beyond the one it has. */
	readonly notice?: number;
}

/** The smallest window in which the session can be used. */
export const smallest: Size = { columns: 40, rows: 8 };
export const isTooSmall = ({ columns, rows }: Size): boolean => columns < smallest.columns || rows < smallest.rows;

/** Below this many rows the frame is one line above and one below. */
const roomy = 16;
export const isRoomy = ({ rows }: Size): boolean => rows >= roomy;

/** What the frame leaves for a screen, with one blank column on either side. */
export function bodyOf(size: Window): Size {
	return {
		columns: size.columns - 2,
		rows: size.rows - (isRoomy(size) ? 5 : 2) - (size.hint ?? 0) - (size.notice ?? 0),
	};
}

/** How a list and its details share the body. Where there is room for one only, it has all of it. */
export interface Panes {
	readonly kind: 'beside' | 'below' | 'one';
	readonly list: Size;
	readonly details: Size;
}

/** The panes of a body for a list of so many rows, its headings included. */
export function panesOf(body: Size, lines: number): Panes {
	const { columns, rows } = body;
	if (columns >= 88) {
		const left = Math.floor((columns - 3) * 0.56);
		return { kind: 'beside', list: { columns: left, rows }, details: { columns: columns - 3 - left, rows } };
	}
	if (rows >= 12) {
		const above = Math.min(lines, Math.floor(rows * 0.45));
		return { kind: 'below', list: { columns, rows: above }, details: { columns, rows: rows - above - 1 } };
	}
	return { kind: 'one', list: body, details: body };
}

/** The first row of a window over a list, such that the cursor stands in its middle where that is possible. */
export function windowStart(count: number, height: number, cursor: number): number {
	return Math.max(0, Math.min(cursor - Math.floor(height / 2), count - height));
}
