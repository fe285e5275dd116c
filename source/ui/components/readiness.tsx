import { useAnimation } from 'ink';
import type { ReactNode } from 'react';
import { bodyOf } from '../layout.ts';
import type { ReadinessView } from '../readiness-view.ts';
import type { Ui } from '../state.ts';
import { readinessRows } from '../telling/readiness.ts';
import { Rows } from './rows.tsx';

/** The readiness of some sources, over their list: what would be read, how far it is, what it showed. */
export function Readiness({ ui, view }: { readonly ui: Ui; readonly view: ReadinessView }): ReactNode {
	const { columns, rows } = bodyOf(ui.size);
	const tick = useAnimation({ isActive: ui.sampling?.running ?? false, interval: 100 });
	return (
		<Rows
			rows={readinessRows(ui, view, columns, tick)}
			columns={columns}
			height={rows}
			offset={view.typing ? 0 : view.scroll}
		/>
	);
}
