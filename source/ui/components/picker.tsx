import type { ReactNode } from 'react';
import { blank, paragraph, type Row, type Size, span } from '../rows.ts';
import { unfolded } from '../telling/follow.ts';
import type { Signs } from '../theme.ts';
import { Rows } from './rows.tsx';

/** Something that can be chosen instead. */
interface Option {
	readonly title: string;
	readonly says: string;
}

interface PickerProps {
	readonly title: string;
	readonly options: readonly Option[];
	readonly cursor: number;
	readonly size: Size;
	readonly signs: Signs;
	/** What stands below the choices. */
	readonly below: readonly Row[];
}

/**
Choices with what speaks for or against each; the first gives the choice back to the program. Where not all of it has room, only the
one under the cursor is told, with what stands below right after it: nobody should choose without seeing what it does.
*/
export function Picker({ title, options, cursor, size, signs, below }: PickerProps): ReactNode {
	const { columns } = size;
	const free: Option = { title: 'Let the program choose', says: 'the best by lateness, freshness and cost' };
	const told = [free, ...options].map((option, index) => ({
		name: paragraph(
			option.title,
			columns,
			span(index === cursor ? `${signs.pointer} ` : '  ', 'chosen'),
			index === cursor ? 'chosen' : 'strong',
		),
		says: paragraph(option.says, columns, '    ', 'quiet'),
	}));
	const head = [...paragraph(title, columns, '', 'heading'), blank];
	const whole = [...head, ...told.flatMap(({ name, says }) => [...name, ...says]), blank, ...below];
	if (whole.length <= size.rows) return <Rows rows={whole} columns={columns} height={size.rows} />;
	const here = (index: number): boolean => index === cursor;
	const rows = [...head, ...told.flatMap(({ name, says }, at) => [...name, ...(here(at) ? [...says, ...below] : [])])];
	return <Rows rows={rows} columns={columns} height={size.rows} offset={unfolded(rows, size.rows, signs)} />;
}
