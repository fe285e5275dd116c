import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Panes } from '../components/panes.tsx';
import { Rows } from '../components/rows.tsx';
import type { Ui } from '../state.ts';
import { followed } from '../telling/follow.ts';
import { effectBelow, planRows, questionPanes } from '../telling/question.ts';
import { scrolling } from '../telling/shown.ts';

/** One question at a time: what is known, what the answer decides, and the answer; beside it what that would do to the plan. */
export function Questions({ ui }: { readonly ui: Ui }): ReactNode {
	const { rows, size } = scrolling(ui);
	const { scroll } = ui.views.questions;
	const offset = scroll > 0 ? scroll : followed(rows, size.rows, ui.signs);
	const question = <Rows rows={rows} columns={size.columns} height={size.rows} offset={offset} />;
	const panes = questionPanes(ui);
	if (!panes) {
		const below = effectBelow(ui);
		return (
			<Box flexDirection="column">
				{question}
				{below.length > 0 && <Rows rows={below} columns={size.columns} height={below.length} />}
			</Box>
		);
	}
	const { columns, rows: height } = panes.details;
	const effect = <Rows rows={planRows(ui, columns)} columns={columns} height={height} />;
	return <Panes panes={panes} list={question} details={effect} isDetails={false} signs={ui.signs} />;
}
