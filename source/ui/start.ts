import { createInterface } from 'node:readline';
import type { Surroundings } from '../app/command.ts';
import type { Self } from '../app/session/hold.ts';
import { openHost } from '../app/session/session-host.ts';
import type { TakenScreen } from './first-line.ts';
import type { Wanted } from './initial.ts';
import { type Signals, watchEndings } from './signals.ts';
import { prepareColours } from './theme.ts';

/** What a session is started with. */
export interface Start {
	readonly surroundings: Surroundings;
	readonly wanted: Wanted;
	/** The folder that keeps the session, if one was named. */
	readonly folder: string | undefined;
	readonly self: Self;
	readonly signals: Signals;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	/** The screen, on which the first line stands already. */
	readonly taken: TakenScreen;
	/** The environment of the process, in which the colour library looks when it is loaded. */
	readonly env: Record<string, string | undefined>;
}

/** Starts the session on the screen and resolves with its exit code. */
export async function startScreens(start: Start): Promise<number> {
	const { surroundings, wanted, folder, self, signals, stdin, stdout, stderr, env, taken } = start;
	prepareColours(env);
	const [host, { open }] = await Promise.all([openHost(surroundings, folder, self), import('./open.tsx')]);
	const { print, note } = surroundings;
	return open({ host, wanted, signals, stdin, stdout, stderr, taken, print, note });
}

/** Starts the session as lines, from a person at a terminal or from a file or a pipe, and resolves with its exit code. */
export async function startLinear(start: Omit<Start, 'stdout' | 'stderr' | 'env' | 'taken'>): Promise<number> {
	const { surroundings, wanted, folder, self, signals, stdin } = start;
	const ending = new AbortController();
	watchEndings(signals, (code) => ending.abort(code));
	const input = createInterface({ input: stdin, terminal: false });
	// The iterator keeps what is written from now on, also while the session is still being opened.
	const lines = input[Symbol.asyncIterator]();
	const [host, { openLinear }] = await Promise.all([openHost(surroundings, folder, self), import('./linear/open.ts')]);
	const { interactive, columns, print, note } = surroundings;
	const prompt = interactive ? '> ' : '';
	return openLinear({ host, wanted, lines, prompt, columns, print, note, signal: ending.signal });
}
