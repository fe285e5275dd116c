import type { ReactNode } from 'react';
import { Rows } from '../components/rows.tsx';
import type { Ui } from '../state.ts';
import { followed } from '../telling/follow.ts';
import { scrolling } from '../telling/shown.ts';

/** One question at a time: what is known, what the answer decides, and the answer. */
export function Questions({ ui }: { readonly ui: Ui }): ReactNode {
	const { rows, size } = scrolling(ui);
	const { scroll } = ui.views.questions;
	const offset = scroll > 0 ? scroll : followed(rows, size.rows, ui.signs);
	return <Rows rows={rows} columns={size.columns} height={size.rows} offset={offset} />;
}
