import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { render } from 'ink';
import { expect } from 'vitest';
import type { SessionHost } from '../../source/app/session/session-host.ts';
import { App } from '../../source/ui/app.tsx';
import { initial } from '../../source/ui/initial.ts';
import type { Signals } from '../../source/ui/signals.ts';
import { createStore } from '../../source/ui/store.ts';

/** Keys by name, as a terminal sends them. */
export const keys = {
	enter: '\r',
	escape: '\u001b',
	up: '\u001b[A',
	down: '\u001b[B',
	right: '\u001b[C',
	left: '\u001b[D',
	tab: '\t',
	backTab: '\u001b[Z',
	space: ' ',
	pageDown: '\u001b[6~',
	backspace: '\u007f',
	notSure: '\u000e',
	enough: '\u0010',
	takeBack: '\u0014',
	clear: '\u0015',
	redo: '\u0012',
	interrupt: '\u0003',
} as const;

class Output extends EventEmitter {
	readonly isTTY = true;
	columns: number;
	rows: number;
	last = '';

	constructor(columns: number, rows: number) {
		super();
		this.columns = columns;
		this.rows = rows;
	}

	readonly write = (text: string, told?: () => void): boolean => {
		if (text !== '') this.last = text;
		told?.();
		return true;
	};
}

/** What is typed, as bytes in chunks of any cut. */
class Input extends PassThrough {
	readonly isTTY = true;
	setRawMode = () => this;
	ref = () => this;
	unref = () => this;
}

/** Signals that are sent by hand. */
export function handSignals(): Signals & { readonly happen: (signal: 'SIGTSTP' | 'SIGCONT') => void } {
	const listening = new Map<string, (cause: unknown) => void>();
	return {
		on(happening, listener) {
			listening.set(happening, listener);
			return () => listening.delete(happening);
		},
		raise: () => undefined,
		happen: (signal) => listening.get(signal)?.(undefined),
	};
}

/** The session drawn into memory, in a window of any size. Frames are awaited, never slept for. */
export function openScreen(
	host: SessionHost,
	{ columns = 100, rows = 30, demo = false, ascii = false } = {},
	signals: Signals = handSignals(),
) {
	const stdout = new Output(columns, rows);
	const stdin = new Input();
	const store = createStore(host, initial(host, { demo, ascii }, { columns, rows }));
	const app = render(<App store={store} signals={signals} />, {
		stdout: stdout as never,
		stdin: stdin as never,
		debug: true,
		interactive: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	store.start();
	const ended = app.waitUntilExit().then(
		() => undefined,
		(error: unknown) => error,
	);
	const frame = (): string => stdout.last;
	return {
		frame,
		store,
		/** Resolves when the screen is closed, with the error that closed it. */
		ended,
		/** Sends each text as a chunk of its own. */
		press: (...chunks: readonly (string | Uint8Array)[]): void => {
			for (const chunk of chunks) stdin.write(chunk);
		},
		shows: async (wanted: string | RegExp): Promise<string> => {
			await expect.poll(frame, { timeout: 3000 }).toMatch(wanted);
			return frame();
		},
		resize: (to: { readonly columns: number; readonly rows: number }): void => {
			Object.assign(stdout, to);
			stdout.emit('resize');
		},
		close: (): void => app.unmount(),
	};
}
