import type { Know } from '../../app/explaining/evaluation.ts';
import type { Known, Source } from '../../estate/estate.ts';
import { facts } from '../../facts/index.ts';
import { printValue } from '../../facts/quantity-text.ts';
import { exactly, type Row, type Span, shortened, span } from '../rows.ts';
import type { Signs } from '../theme.ts';

/** A column of the table of sources. */
export interface Column {
	readonly title: string;
	readonly width: number;
	readonly align: 'left' | 'right';
	readonly of: (source: Source, know: Know | undefined) => Span;
}

/** The columns that have room; the least telling are left out first. */
export function columnsOf(columns: number): readonly Column[] {
	const name = Math.max(
		12,
		columns - 6 - 12 - (columns >= 46 ? 13 : 0) - (columns >= 62 ? 15 : 0) - (columns >= 78 ? 15 : 0),
	);
	const all: readonly (Column & { readonly from: number })[] = [
		{ title: 'source', width: name, align: 'left', from: 0, of: ({ title }) => span(shortened(title, name)) },
		{ title: 'kind', width: 14, align: 'left', from: 62, of: ({ kind }) => span(exactly(kind, 14), 'quiet') },
		{
			title: 'where',
			width: 14,
			align: 'left',
			from: 78,
			of: ({ region, place }) => span(exactly(region ?? place, 14), 'quiet'),
		},
		{ title: 'volume', width: 11, align: 'right', from: 0, of: (source, know) => value(source, 'volume', 11, know) },
		{ title: 'new', width: 12, align: 'right', from: 46, of: (source, know) => value(source, 'change', 12, know) },
	];
	return all.filter(({ from }) => columns >= from);
}

/** The heads of the columns. */
export const headings = (table: readonly Column[]): Row => [
	span('      ', 'quiet'),
	...table.map(({ title, width, align }) => span(`${exactly(title, width, align)} `, 'quiet')),
];

function value(source: Source, fact: 'volume' | 'change', width: number, know: Know | undefined): Span {
	const known = know?.(source, fact);
	if (!known) return span(exactly(know ? '?' : '', width, 'right'), 'warn');
	return span(exactly(printed(fact, known), width, 'right'), known.from === 'answered' ? 'said' : 'plain');
}

/** Amounts as they were printed: most rows of a frame are those of the frame before. */
const texts = { volume: new WeakMap<Known, string>(), change: new WeakMap<Known, string>() };

function printed(fact: 'volume' | 'change', known: Known): string {
	const before = texts[fact].get(known);
	if (before !== undefined) return before;
	const text = printValue(facts[fact], known.value);
	texts[fact].set(known, text);
	return text;
}

interface LineOf {
	readonly signs: Signs;
	readonly table: readonly Column[];
	readonly know: Know | undefined;
	readonly isHere: boolean;
	readonly isMarked: boolean;
}

/** The row of a source: the pointer, the mark, its columns. */
export function sourceLine(source: Source, { signs, table, know, isHere, isMarked }: LineOf): Row {
	const [first, ...others] = table.map(({ of }) => of(source, know));
	return [
		span(isHere ? `${signs.pointer} ` : '  ', 'chosen'),
		span(isMarked ? '[x] ' : '[ ] ', isMarked ? 'chosen' : 'quiet'),
		...(first ? [{ ...first, role: isHere ? ('chosen' as const) : ('plain' as const) }, span(' ')] : []),
		...others.flatMap((one) => [one, span(' ')]),
	];
}
