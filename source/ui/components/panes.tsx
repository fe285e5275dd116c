import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { Panes as Layout } from '../layout.ts';
import { roles, type Signs } from '../theme.ts';

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
	// One text, also where it is many lines: it is the same in every frame.
	const rule = (
		<Text {...roles[isDetails ? 'chosen' : 'quiet']}>
			{Array(isBeside ? size.rows : 1)
				.fill(bar)
				.join('\n')}
		</Text>
	);
	return (
		<Box flexDirection={isBeside ? 'row' : 'column'}>
			{list}
			{rule}
			{details}
		</Box>
	);
}
