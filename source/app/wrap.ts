import stringWidth from 'string-width';
import { clean } from '../facts/clean.ts';

/** Narrower than this a column of text says nothing any more, wider than this nobody reads it. */
const [least, most] = [40, 120];

/** The width a text for people is set to: that of the terminal, from 40 to 120 cells. */
export const textWidth = (columns: number): number => Math.min(most, Math.max(least, Math.floor(columns) || most));

export interface Setting {
	readonly width: number;
	/** What the first line begins with: a label, blanks. */
	readonly first?: string;
	/** What every further line begins with; as many blanks as `first` is wide when left out. */
	readonly rest?: string;
}

/**
A text as lines of at most `width` cells, broken between words, a longer word within. Wide characters count as two. What came
from outside is made safe for the terminal.
*/
export function wrap(
	text: string,
	{ width, first = '', rest = ' '.repeat(stringWidth(first)) }: Setting,
): readonly string[] {
	const lines: string[] = [];
	let line = first;
	let begun = false;
	const close = () => {
		lines.push(line.trimEnd());
		line = rest;
		begun = false;
	};
	for (const word of clean(text).split(' ').filter(Boolean)) {
		const gap = begun ? 1 : 0;
		if (begun && stringWidth(line) + gap + stringWidth(word) > width) close();
		let left = word;
		while (stringWidth(line) + (begun ? 1 : 0) + stringWidth(left) > width) {
			const part = fitting(left, Math.max(1, width - stringWidth(line)));
			line += part;
			left = left.slice(part.length);
			close();
		}
		if (left === '') continue;
		line += begun ? ` ${left}` : left;
		begun = true;
	}
	if (begun || lines.length === 0) close();
	return lines;
}

/** As many whole characters as fit in so many cells, one at least. */
function fitting(text: string, cells: number): string {
	let part = '';
	for (const { segment } of new Intl.Segmenter('en').segment(text)) {
		if (part !== '' && stringWidth(part + segment) > cells) break;
		part += segment;
	}
	return part;
}

const labelWidth = 12;

/** A label and a text beside it, further lines below the text; nothing for an empty text. */
export function labelled(label: string, text: string, width: number, indent = ''): readonly string[] {
	if (text.trim() === '') return [];
	const first = `${indent}${label}`;
	const room = Math.max(labelWidth + indent.length, stringWidth(first) + 2);
	return wrap(text, { width, first: first.padEnd(first.length + room - stringWidth(first)), rest: ' '.repeat(room) });
}

/** A heading with a blank line above, in capitals. */
export const heading = (title: string): readonly string[] => ['', title.toUpperCase()];
