import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Panes as Layout } from '../layout.ts';
import { row, span } from '../rows.ts';
import type { Signs } from '../theme.ts';
import { Rows } from './rows.tsx';

interface PanesProps {
	readonly panes: Layout;
	readonly list: ReactNode;
	readonly details: ReactNode;
	/** Which of the two is seen where only one has room. */
	readonly isDetails: boolean;
	readonly signs: Signs;
}

/** A list and its details: beside one another, one above the other, or only one of them. */
export function Panes({ panes: { kind, details: size }, list, details, isDetails, signs }: PanesProps): ReactNode {
	if (kind === 'one') return isDetails ? details : list;
	const isBeside = kind === 'beside';
	const bar = isBeside ? ` ${signs.upright} ` : signs.line.repeat(size.columns);
	const line = row(span(bar, isDetails ? 'chosen' : 'quiet'));
	const rule = isBeside ? (
		<Rows rows={Array.from({ length: size.rows }, () => line)} columns={3} height={size.rows} />
	) : (
		<Rows rows={[line]} columns={size.columns} height={1} />
	);
	return (
		<Box flexDirection={isBeside ? 'row' : 'column'}>
			{list}
			{rule}
			{details}
		</Box>
	);
}
