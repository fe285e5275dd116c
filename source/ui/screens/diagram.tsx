import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import { Rows } from '../components/rows.tsx';
import { bodyOf } from '../layout.ts';
import { row, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import { edgePanel, edgeRows } from '../telling/diagram.ts';
import { followed } from '../telling/follow.ts';
import { scrolling } from '../telling/shown.ts';

/** The plan as a picture, drawn in lanes, and below it what goes along the edge under the cursor. */
export function Diagram({ ui }: { readonly ui: Ui }): ReactNode {
	const { columns, rows } = bodyOf(ui.size);
	const picture = scrolling(ui);
	const below = edgePanel(rows) - 1;
	const told = edgeRows(ui, columns);
	return (
		<Box flexDirection="column">
			<Page ui={ui} scroll={followed(picture.rows, picture.size.rows, ui.signs)} />
			<Rows rows={[row(span(ui.signs.line.repeat(columns), 'quiet'))]} columns={columns} height={1} />
			<Rows rows={below === 1 ? told.slice(0, 1) : told} columns={columns} height={below} />
		</Box>
	);
}
