import { Box } from 'ink';
import type { ReactNode } from 'react';
import { windowStart } from '../layout.ts';
import type { Row, Size } from '../rows.ts';
import { Line } from './rows.tsx';

interface ListProps {
	readonly count: number;
	readonly cursor: number;
	readonly size: Size;
	/** The row of an item; only those in the window are asked for. */
	readonly of: (index: number, isHere: boolean) => Row;
}

/** A list of any length, of which only the rows around the cursor are drawn. */
export function List({ count, cursor, size: { columns, rows }, of }: ListProps): ReactNode {
	const start = windowStart(count, rows, cursor);
	const seen = Math.min(rows, count - start);
	return (
		<Box flexDirection="column" width={columns} height={rows} overflow="hidden">
			{Array.from({ length: Math.max(0, seen) }, (_, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row of the window is its place
				<Line key={at} of={of(start + at, start + at === cursor)} columns={columns} />
			))}
		</Box>
	);
}
