import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Menu } from '../components/menu.tsx';
import { Rows } from '../components/rows.tsx';
import { bodyOf } from '../layout.ts';
import { hasCredentials, menuOf } from '../menu.ts';
import { blank, exactly, paragraph, type Row, row, span } from '../rows.ts';
import { scopeFields } from '../scope-form.ts';
import type { ScopeForm, Ui } from '../state.ts';
import { fieldRow } from '../telling/answer.ts';

/** The start: sessions to resume, and what a new one may look at. */
export function Welcome({ ui }: { readonly ui: Ui }): ReactNode {
	const { columns, rows } = bodyOf(ui.size);
	const { form, cursor } = ui.views.welcome;
	if (form) return <Rows rows={formRows(ui, form, columns)} columns={columns} height={rows} />;
	const entries = menuOf(ui);
	const above = rows >= 14 ? introduction(ui, columns) : [];
	// Where there is no room for both, the name is worth more than what is said of it.
	const wide = columns < 56 ? columns - 2 : Math.min(32, Math.floor(columns / 2));
	const entry = (index: number, isHere: boolean): Row => {
		const { title, says, does } = entries[index] ?? { title: '', says: '', does: 'quit' };
		const name = does === 'resume' ? `Resume ${title}` : title;
		return [
			span(isHere ? `${ui.signs.pointer} ` : '  ', 'chosen'),
			span(exactly(name, wide), isHere ? 'chosen' : 'plain'),
			span(` ${says}`, 'quiet'),
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

function formRows(ui: Ui, { fields, focus, fault }: ScopeForm, columns: number): readonly Row[] {
	const inputs = scopeFields.flatMap(({ title, says }, index) => {
		const field = fields[index];
		if (!field) return [];
		if (index !== focus)
			return [row(`  ${exactly(title, 16)}`, span(field.text || '-', field.text ? 'plain' : 'quiet'))];
		const line = fieldRow(field, columns - 16, ui.signs);
		return [
			[...line.slice(0, 1), span(exactly(title, 16), 'chosen'), ...line.slice(1)],
			...paragraph(says, columns, '    ', 'quiet'),
		];
	});
	const found = ui.profiles.names.length > 0 ? `Profiles on this machine: ${ui.profiles.names.join(', ')}` : '';
	return [
		row(span('What to look at', 'heading')),
		...inputs,
		...(fault
			? [
					...paragraph(fault.message, columns, span(`${ui.signs.caution} `, 'warn')),
					...paragraph(fault.wayOut, columns, '  '),
				]
			: []),
		...(focus === 0 && found ? paragraph(found, columns, '', 'quiet') : []),
		...paragraph('Only metadata is read; `headwater policy` prints the exact permissions.', columns, '', 'quiet'),
	];
}
