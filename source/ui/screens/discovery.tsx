import { useAnimation } from 'ink';
import type { ReactNode } from 'react';
import { Rows } from '../components/rows.tsx';
import { bodyOf } from '../layout.ts';
import type { Ui } from '../state.ts';
import { discoveryRows } from '../telling/discovery.ts';

/** Discovery, live: how far it is, what was found where, and what could not be read. */
export function Discovery({ ui }: { readonly ui: Ui }): ReactNode {
	const { columns, rows } = bodyOf(ui.size);
	const tick = useAnimation({ isActive: ui.scan?.running ?? false, interval: 100 });
	return (
		<Rows rows={discoveryRows(ui, columns, tick)} columns={columns} height={rows} offset={ui.views.discovery.scroll} />
	);
}
