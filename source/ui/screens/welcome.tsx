import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Menu } from '../components/menu.tsx';
import { Rows } from '../components/rows.tsx';
import { bodyOf } from '../layout.ts';
import { hasCredentials, menuOf } from '../menu.ts';
import { blank, exactly, paragraph, type Row, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import { scopeRows } from '../telling/scope.ts';

/** The start: sessions to resume, and what a new one may look at. */
export function Welcome({ ui }: { readonly ui: Ui }): ReactNode {
	const { columns, rows } = bodyOf(ui.size);
	const { form, cursor } = ui.views.welcome;
	if (form) return <Rows rows={scopeRows(ui, form)} columns={columns} height={rows} />;
	const entries = menuOf(ui);
	const above = rows >= 14 ? introduction(ui, columns) : [];
	// Where there is no room for both, the name is worth more than what is said of it.
	const isNarrow = columns < 56;
	const wide = isNarrow ? columns - 2 : Math.min(32, Math.floor(columns / 2));
	const entry = (index: number, isHere: boolean): Row => {
		const { title, says, does } = entries[index] ?? { title: '', says: '', does: 'quit' };
		const name = does === 'resume' ? `Resume ${title}` : title;
		return [
			span(isHere ? `${ui.signs.pointer} ` : '  ', 'chosen'),
			span(exactly(name, wide), isHere ? 'chosen' : 'plain'),
			...(isNarrow ? [] : [span(` ${says}`, 'quiet')]),
		];
	};
	return (
		<Box flexDirection="column">
			<Rows rows={above} columns={columns} height={above.length} />
			<Menu count={entries.length} cursor={cursor} size={{ columns, rows: rows - above.length }} of={entry} />
		</Box>
	);
}

function introduction(ui: Ui, columns: number): readonly Row[] {
	const isAlone = !hasCredentials(ui);
	return [
		blank,
		...paragraph('It finds data sources, asks only what it could not measure, and plans the pipeline.', columns),
		...paragraph('It only reads. Nothing in an account is created, changed or deleted.', columns, '', 'quiet'),
		...(isAlone
			? paragraph('No AWS credentials were found here; the demo account needs none.', columns, '', 'quiet')
			: []),
		blank,
	];
}
