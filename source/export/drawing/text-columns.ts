import stringWidth from 'string-width';

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cells that a text takes; most texts are plain letters, of which each takes one. */
export const widthOf = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));

/** The text itself if it fits into `width` cells, else its beginning and an ellipsis; no letter is cut in two. */
export function cut(text: string, width: number): string {
	if (widthOf(text) <= width) return text;
	return `${headOf(text, width - 1)}…`;
}

function headOf(text: string, width: number): string {
	if (/^[ -~]*$/.test(text)) return text.slice(0, Math.max(0, width));
	let kept = '';
	for (const { segment } of letters.segment(text)) {
		if (stringWidth(kept + segment) > width) break;
		kept += segment;
	}
	return kept;
}

/** A text in lines of at most `width` cells, broken between words where there are any; what is left after `most` lines is cut. */
export function wrapped(text: string, width: number, most: number): readonly string[] {
	const lines: string[] = [];
	let rest = text;
	while (lines.length < most - 1 && widthOf(rest) > width) {
		const head = headOf(rest, width);
		// A letter wider than the column would never fit.
		if (head === '') break;
		const end = breakIn(head, rest[head.length]);
		lines.push(rest.slice(0, end).trimEnd());
		rest = rest.slice(end).trimStart();
	}
	return [...lines, cut(rest, width)];
}

/** Where a line ends: before a blank, else behind a mark inside a name, else where there is no more room. */
function breakIn(head: string, next: string | undefined): number {
	const blank = next === ' ' ? head.length : head.lastIndexOf(' ');
	if (blank > 0) return blank;
	const mark = Math.max(...['-', '/', '_', '.', ','].map((sign) => head.lastIndexOf(sign)));
	return mark > head.length / 2 ? mark + 1 : head.length;
}

/** Filled up to `width` cells. */
export const padded = (text: string, width: number, fill: string): string =>
	text + fill.repeat(Math.max(0, width - widthOf(text)));

/** The width that the widest text wants, and at most so many cells. */
export const widest = (texts: readonly string[], most: number): number =>
	Math.min(most, Math.max(1, ...texts.map((text) => widthOf(text))));
