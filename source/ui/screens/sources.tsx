import { Box } from 'ink';
import type { ReactNode } from 'react';
import { List } from '../components/list.tsx';
import { Panes } from '../components/panes.tsx';
import { Readiness } from '../components/readiness.tsx';
import { Rows } from '../components/rows.tsx';
import { bodyOf } from '../layout.ts';
import { type Row, row, span } from '../rows.ts';
import { documentsOf, type Ui } from '../state.ts';
import { followed } from '../telling/follow.ts';
import { scrolling, sourcePanes } from '../telling/shown.ts';
import { columnsOf, headings, sourceLine } from '../telling/source-table.ts';
import { rowOf, shownSources } from '../under.ts';

/** The sources: a list to filter and mark, and the four facts of the one under the cursor. */
export function Sources({ ui }: { readonly ui: Ui }): ReactNode {
	return ui.views.sources.readiness ? <Readiness ui={ui} view={ui.views.sources.readiness} /> : <Listed ui={ui} />;
}

function Listed({ ui }: { readonly ui: Ui }): ReactNode {
	const { columns } = bodyOf(ui.size);
	const { cursor, marked, details, scroll, editing } = ui.views.sources;
	const documents = documentsOf(ui);
	const know = documents && ui.planner?.know(documents);
	const shown = shownSources(ui);
	const panes = sourcePanes(ui);
	const { rows, size } = scrolling(ui);
	const text = (
		<Rows
			rows={rows}
			columns={size.columns}
			height={size.rows}
			offset={editing ? followed(rows, size.rows, ui.signs) : scroll}
		/>
	);
	const table = columnsOf(panes.list.columns);
	const list = (
		<Box flexDirection="column">
			<Rows rows={[headings(table)]} columns={panes.list.columns} height={1} />
			<List
				count={shown.length}
				cursor={rowOf(shown, cursor)}
				size={{ columns: panes.list.columns, rows: panes.list.rows - 1 }}
				of={(index, isHere) => {
					const source = shown[index];
					return source
						? sourceLine(source, { signs: ui.signs, table, know, isHere, isMarked: marked.has(source.id) })
						: [];
				}}
			/>
		</Box>
	);
	return (
		<Box flexDirection="column">
			<Rows
				rows={[status(ui, ui.glimpsed ?? shown.length, ui.glimpsed ?? documents?.estate.sources.length ?? 0)]}
				columns={columns}
				height={1}
			/>
			{editing && panes.kind !== 'beside' ? (
				text
			) : (
				<Panes panes={panes} list={list} details={text} isDetails={details} signs={ui.signs} />
			)}
		</Box>
	);
}

function status({ views, signs, scan }: Ui, shown: number, all: number): Row {
	const { filter, filtering, marked, sort } = views.sources;
	const counted = shown === all ? `${all} sources` : `${shown} of ${all} sources`;
	const more = scan?.running ? ', more are being found' : '';
	const chosen = marked.size > 0 ? `, ${marked.size} marked` : '';
	const typed =
		filtering || filter.text
			? [span(`/ ${filter.text}`, 'chosen'), span(filtering ? signs.upright : '', 'chosen'), span('   ')]
			: [];
	return row(...typed, span(`${counted}${sort === 'found' ? '' : `, by ${sort}`}${chosen}${more}`, 'quiet'));
}
