import { Box, Text } from 'ink';
import { createContext, memo, type ReactNode, useContext } from 'react';
import { clip, type Row, row, span } from '../rows.ts';
import { inAscii, roles } from '../theme.ts';

/** Whether our signs are drawn in ASCII. */
export const AsciiContext = createContext(false);

interface LineProps {
	readonly of: Row;
	readonly columns: number;
}

/** One row of the screen, in exactly so many columns. */
export function Line({ of, columns }: LineProps): ReactNode {
	return <Runs of={clip(of, columns)} />;
}

const isSame = (a: Row, b: Row): boolean =>
	a.length === b.length && a.every(({ text, role }, index) => text === b[index]?.text && role === b[index]?.role);

/** The runs of a row; most rows of a frame are those of the frame before, and are not laid out again. */
const Runs = memo(
	({ of }: { readonly of: Row }): ReactNode => {
		const isAscii = useContext(AsciiContext);
		return (
			<Text wrap="truncate">
				{of.map(({ text, role = 'plain' }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the runs of a row have no other identity
					<Text key={index} {...roles[role]}>
						{isAscii ? inAscii(text) : text}
					</Text>
				))}
			</Text>
		);
	},
	(before, after) => isSame(before.of, after.of),
);

interface RowsProps {
	readonly rows: readonly Row[];
	readonly columns: number;
	readonly height: number;
	/** Rows that are scrolled away above. */
	readonly offset?: number;
}

/** Rows in a window of so many lines; where more follow below, the last line says how many. */
export function Rows({ rows, columns, height, offset = 0 }: RowsProps): ReactNode {
	const start = Math.max(0, Math.min(offset, rows.length - height));
	const below = rows.length - start - height;
	const seen = rows.slice(start, start + height);
	const lines = below > 0 ? [...seen.slice(0, -1), row(span(`(${below + 1} more lines)`, 'quiet'))] : seen;
	return (
		<Box flexDirection="column" width={columns} height={height} overflow="hidden">
			{lines.map((of, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen is its place
				<Line key={index} of={of} columns={columns} />
			))}
		</Box>
	);
}
