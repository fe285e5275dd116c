import type { ReactNode } from 'react';
import type { Ui } from '../state.ts';
import { scrolling } from '../telling/shown.ts';
import { Rows } from './rows.tsx';

/** A screen that is one text to scroll through. */
export function Page({ ui, scroll }: { readonly ui: Ui; readonly scroll: number }): ReactNode {
	const { rows, size } = scrolling(ui);
	return <Rows rows={rows} columns={size.columns} height={size.rows} offset={scroll} />;
}
