import type { ReactNode } from 'react';
import { bodyOf } from '../layout.ts';
import type { Ui } from '../state.ts';
import { codeRows } from '../telling/code.ts';
import { Rows } from './rows.tsx';

/** The code of a multi-factor device, over whatever screen the discovery was left for. */
export function Code({ ui }: { readonly ui: Ui }): ReactNode {
	const { columns, rows } = bodyOf(ui.size);
	return <Rows rows={codeRows(ui, columns)} columns={columns} height={rows} />;
}
