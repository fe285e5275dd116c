import type { ReactNode } from 'react';
import { blank, paragraph, type Row, type Size, span } from '../rows.ts';
import { followed } from '../telling/follow.ts';
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

/** Choices with what speaks for or against each; the first gives the choice back to the program. */
export function Picker({ title, options, cursor, size, signs, below }: PickerProps): ReactNode {
	const { columns } = size;
	const free: Option = { title: 'Let the program choose', says: 'the best by lateness, freshness and cost' };
	const rows: readonly Row[] = [
		...paragraph(title, columns, '', 'heading'),
		blank,
		...[free, ...options].flatMap((option, index) => [
			...paragraph(
				option.title,
				columns,
				span(index === cursor ? `${signs.pointer} ` : '  ', 'chosen'),
				index === cursor ? 'chosen' : 'strong',
			),
			...paragraph(option.says, columns, '    ', 'quiet'),
		]),
		blank,
		...below,
	];
	return <Rows rows={rows} columns={columns} height={size.rows} offset={followed(rows, size.rows, signs)} />;
}
