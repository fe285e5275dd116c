import { Box } from 'ink';
import SelectInput from 'ink-select-input';
import type { ReactNode } from 'react';
import { windowStart } from '../layout.ts';
import type { Row, Size } from '../rows.ts';
import { Line } from './rows.tsx';

interface MenuProps {
	readonly count: number;
	readonly cursor: number;
	readonly size: Size;
	/** The row of an entry, its pointer included. */
	readonly of: (index: number, isHere: boolean) => Row;
}

const noIndicator = (): ReactNode => null;

/**
A small menu. The keys belong to the session's reducer, so that none is lost when several come at once: the library draws
with its own keys off, and is laid anew when the cursor moves.
*/
export function Menu({ count, cursor, size: { columns, rows }, of }: MenuProps): ReactNode {
	const start = windowStart(count, rows, cursor);
	const seen = Math.max(0, Math.min(rows, count - start));
	const items = Array.from({ length: seen }, (_, at) => ({ key: `${start + at}`, label: `${start + at}`, value: at }));
	return (
		<Box width={columns} height={rows} overflow="hidden">
			<SelectInput
				key={`${start}:${cursor}:${count}`}
				items={items}
				isFocused={false}
				initialIndex={cursor - start}
				indicatorComponent={noIndicator}
				itemComponent={({ label, isSelected = false }) => <Line of={of(Number(label), isSelected)} columns={columns} />}
			/>
		</Box>
	);
}
