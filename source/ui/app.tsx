import { Box, useApp, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Code } from './components/code.tsx';
import { Frame } from './components/frame.tsx';
import { Page } from './components/page.tsx';
import { AsciiContext, Rows } from './components/rows.tsx';
import { framed } from './framed.ts';
import { keystrokesOf } from './keystrokes.ts';
import { bodyOf, isTooSmall, smallest } from './layout.ts';
import { modeBelow } from './mode.ts';
import { paragraph, type Size, span } from './rows.ts';
import { screens } from './screens/index.ts';
import { type Signals, watchStops } from './signals.ts';
import { isOnlyFirst, isPlanned, planFault, type Ui } from './state.ts';
import type { Store } from './store.ts';
import { faultRows } from './telling/fault.ts';
import { followed } from './telling/follow.ts';
import { scrolling } from './telling/shown.ts';

/** The guided session on the screen: draws the state, and tells the store of keys, pastes and sizes. */
export function App({ store, signals }: { readonly store: Store; readonly signals?: Signals }): ReactNode {
	const ui = useSyncExternalStore(store.listen, store.state);
	const { columns, rows } = useWindowSize();
	const { suspendTerminal } = useApp();
	useEffect(() => signals && watchStops(signals, suspendTerminal), [signals, suspendTerminal]);
	useEffect(() => store.tell({ type: 'size', size: { columns, rows } }), [store, columns, rows]);
	useInput((input, key) => store.tell(...keystrokesOf(input, key).map((one) => ({ type: 'key', key: one }) as const)));
	usePaste((text) => store.tell({ type: 'paste', text }));
	// The window is drawn in the size it has now, also before the store has heard of it.
	const size = { columns, rows };
	return (
		<Box flexDirection="column" width={columns} height={rows} overflow="hidden">
			<AsciiContext value={ui.signs.isAscii}>
				<Shown ui={framed({ ...ui, size })} size={size} />
			</AsciiContext>
		</Box>
	);
}

function Shown({ ui, size }: { readonly ui: Ui; readonly size: Size }): ReactNode {
	if (isTooSmall(size)) return <TooSmall size={size} />;
	return <Frame ui={ui}>{screenOf(ui)}</Frame>;
}

function screenOf(ui: Ui): ReactNode {
	if (ui.help || ui.over) {
		const { rows, size } = scrolling(ui);
		const isPolicy = !ui.help && ui.over?.kind === 'policy';
		return <Page ui={ui} scroll={isPolicy ? ui.over.cursor : followed(rows, size.rows, ui.signs)} />;
	}
	if (modeBelow(ui) === 'code') return <Code ui={ui} />;
	if (modeBelow(ui) === 'trouble') return <Trouble ui={ui} />;
	const stage = ui.session?.stage ?? 'welcome';
	if (ui.glimpsed !== undefined && stage !== 'sources') return undefined;
	if (isPlanned(stage) && !ui.planned && !(stage === 'questions' && isOnlyFirst(ui))) return undefined;
	const Screen = screens[stage];
	return <Screen ui={ui} />;
}

function TooSmall({ size: { columns, rows } }: { readonly size: Size }): ReactNode {
	const says = `Please enlarge the window: it is ${columns}x${rows}, and ${smallest.columns}x${smallest.rows} is needed. Nothing is lost.`;
	return <Rows rows={paragraph(says, columns)} columns={columns} height={rows} />;
}

function Trouble({ ui }: { readonly ui: Ui }): ReactNode {
	const { columns, rows } = bodyOf(ui.size);
	const told = faultRows(planFault(ui), columns, span(`${ui.signs.failed} `, 'bad'));
	return <Rows rows={told} columns={columns} height={rows} />;
}
