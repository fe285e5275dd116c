import stringWidth from 'string-width';
import { clean } from '../facts/clean.ts';
import type { Role } from './theme.ts';

/** A run of text in one role. */
export interface Span {
	readonly text: string;
	readonly role?: Role;
}

/** One line of the screen. */
export type Row = readonly Span[];

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

export const span = (text: string, role?: Role): Span => (role ? { text, role } : { text });
export const row = (...parts: readonly (Span | string)[]): Row =>
	parts.map((part) => (typeof part === 'string' ? { text: part } : part));
export const blank: Row = [];

/** Texts of signs that are one cell wide each: ASCII, and what our own frames are drawn with. */
const printable = /^[\x20-\x7e·×…→✓❯▶\u2500-\u259f]*$/;

/** Width of a text in cells. */
export const cells = (text: string): number => (printable.test(text) ? text.length : stringWidth(text));

/** What a person sees as characters. */
export const charactersOf = (text: string): readonly string[] =>
	printable.test(text)
		? [...text]
		: Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);

/** The longest start of a text that is at most so many cells wide. */
function cut(text: string, columns: number): string {
	if (cells(text) <= columns) return text;
	let width = 0;
	let kept = '';
	for (const character of charactersOf(text)) {
		width += cells(character);
		if (width > columns) break;
		kept += character;
	}
	return kept;
}

/** A text in exactly so many cells: shortened with `…`, or filled with blanks. */
export function exactly(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
	if (columns <= 0) return '';
	const safe = clean(text);
	const shown = cells(safe) <= columns ? safe : `${cut(safe, columns - 1)}…`;
	const filling = ' '.repeat(columns - cells(shown));
	return align === 'left' ? shown + filling : filling + shown;
}

/** A text with its middle left out where it is too long: paths and ARNs say most at both ends. */
export function shortened(text: string, columns: number): string {
	const safe = clean(text);
	if (cells(safe) <= columns) return exactly(safe, columns);
	const tail = charactersOf(safe).slice(-Math.floor((columns - 1) / 2));
	return exactly(`${cut(safe, columns - 1 - cells(tail.join('')))}…${tail.join('')}`, columns);
}

/** The lines of a paragraph, each at most so many cells wide; a word that is longer is broken. */
function wrap(text: string, columns: number): readonly string[] {
	const width = Math.max(1, columns);
	const lines: string[] = [];
	let line = '';
	for (const word of clean(text).split(' ')) {
		const joined = line === '' ? word : `${line} ${word}`;
		if (cells(joined) <= width) {
			line = joined;
			continue;
		}
		if (line !== '') lines.push(line);
		let rest = word;
		while (cells(rest) > width) {
			const part = cut(rest, width) || (charactersOf(rest)[0] ?? '');
			lines.push(part);
			rest = rest.slice(part.length);
		}
		line = rest;
	}
	if (line !== '' || lines.length === 0) lines.push(line);
	return lines;
}

/** A paragraph as rows: `lead` before its first line (a sign, an indent), blanks of the same width before the others. */
export function paragraph(text: string, columns: number, lead: Span | string = '', role?: Role): readonly Row[] {
	const first = typeof lead === 'string' ? { text: lead } : lead;
	const indent = cells(first.text);
	return wrap(text, columns - indent).map((line, index) => [
		index === 0 ? first : { text: ' '.repeat(indent) },
		span(line, role),
	]);
}

/** A label and what is said of it, as one paragraph. */
export function labelled(label: string, text: string, columns: number, lead = ''): readonly Row[] {
	const [first = '', ...others] = wrap(`${label}: ${text}`, columns - cells(lead) - 2);
	const named = cut(first, cells(label) + 1);
	return [
		[{ text: lead }, { text: named, role: 'strong' }, { text: first.slice(named.length) }],
		...others.map((line) => [{ text: `${' '.repeat(cells(lead))}  ${line}` }]),
	];
}

/** A heading with what stands under it, and a blank row after; nothing where there is nothing to say. */
export function section(title: string, under: readonly Row[]): readonly Row[] {
	return under.length === 0 ? [] : [[{ text: title, role: 'heading' }], ...under, blank];
}

/** A row in exactly so many cells; what does not fit is cut, and a sign says so: an amount that lost its end would be another amount. */
export function clip(spans: Row, columns: number): Row {
	let left = columns;
	const kept: Span[] = [];
	for (const one of spans) {
		// Whoever made the row: nothing reaches the screen that could steer it.
		const safe = printable.test(one.text) ? one.text : clean(one.text);
		const text = cut(safe, left);
		if (text !== '') append(kept, text, one.role);
		left -= cells(text);
		if (text === safe) continue;
		if (safe.slice(text.length).trim() !== '' && endCut(kept, left)) return kept;
		break;
	}
	if (left > 0) append(kept, ' '.repeat(left));
	return kept;
}

/** Puts the sign of what was cut into the last cell, of which so many are still free; false where it has none to stand in. */
function endCut(kept: Span[], left: number): boolean {
	const last = kept.at(-1);
	if (!last || last.role === 'cursor') return false;
	const room = cells(last.text) + left - 1;
	const short = cut(last.text, room);
	kept[kept.length - 1] = { ...last, text: `${short}${' '.repeat(Math.max(0, room - cells(short)))}…` };
	return true;
}

/** Adds a run. Runs that look alike are one, and blanks look like whatever they stand beside: each run costs bytes in every frame. */
function append(runs: Span[], text: string, role: Role = 'plain'): void {
	const last = runs.at(-1);
	const isBlank = (one: string): boolean => one.trim() === '';
	if (last && last.role !== 'cursor' && (role === (last.role ?? 'plain') || (role !== 'cursor' && isBlank(text)))) {
		runs[runs.length - 1] = { ...last, text: last.text + text };
	} else if (last && last.role !== 'cursor' && role !== 'cursor' && isBlank(last.text)) {
		runs[runs.length - 1] = span(last.text + text, role);
	} else {
		runs.push(span(text, role));
	}
}
