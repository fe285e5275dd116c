import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type { Screen } from '../../docs/svg-of-screen.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

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
	backspace: '\u007f',
	clear: '\u0015',
	notSure: '\u000e',
	enough: '\u0010',
	interrupt: '\u0003',
} as const;

interface Options {
	readonly columns?: number;
	readonly rows?: number;
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
}

/** A program in a pseudo-terminal, and its screen as a person would see it. */
export interface Terminal {
	/** The screen, a line for each row. */
	text(): string;
	/** The screen cell by cell, with how each looks. */
	cells(): Screen['cells'];
	/** Everything that was written, escape sequences included. */
	written(): string;
	press(...keys: readonly string[]): void;
	resize(columns: number, rows: number): void;
	isAlternate(): boolean;
	/** Resolves with the screen once it shows what is wanted; rejects with what it shows instead. */
	waitFor(wanted: string | RegExp, limit?: number): Promise<string>;
	readonly ended: Promise<number>;
	kill(signal?: string): void;
	/** Closes the terminal under the program. */
	hangUp(): void;
}

/** The environment of a new user: no profile, no credentials, no build server, a home of its own. */
function surroundings(env: Readonly<Record<string, string>>): Record<string, string> {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(?:AWS_|XDG_|CI$|GITHUB_|NO_COLOR$|FORCE_COLOR$|NODE_OPTIONS$|VITEST|NODE_ENV$)/.test(name),
	);
	// A name set to undefined would reach the program as the text "undefined".
	const kept = inherited.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
	return {
		...Object.fromEntries(kept),
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		AWS_EC2_METADATA_DISABLED: 'true',
		...env,
	};
}

/** Starts the built program in a terminal whose cursor stands at the bottom, as in a shell that has been used. */
export function openTerminal(
	args: readonly string[] = [],
	{ columns = 100, rows = 30, cwd = process.cwd(), env = {} }: Options = {},
): Terminal {
	const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
	screen.write('\r\n'.repeat(rows));
	// The Node that runs the tests, not the one that happens to stand on PATH.
	const program = spawn(process.env.HEADWATER_NODE ?? process.execPath, [cli, ...args], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd,
		env: surroundings(env),
	});
	let all = '';
	program.onData((chunk) => {
		all += chunk;
		screen.write(chunk);
	});
	screen.onData((reply) => program.write(reply));
	const ended = new Promise<number>((resolve) => {
		// The screen takes in what is written in turns of its own: what the program said last is on it then, too.
		program.onExit(({ exitCode }) => screen.write('', () => resolve(exitCode)));
	});
	const text = (): string => {
		const { active } = screen.buffer;
		const line = (row: number): string => active.getLine(active.viewportY + row)?.translateToString(true) ?? '';
		return Array.from({ length: screen.rows }, (_, row) => line(row)).join('\n');
	};
	return {
		text,
		cells: () =>
			Array.from({ length: screen.rows }, (_, row) => {
				const line = screen.buffer.active.getLine(screen.buffer.active.viewportY + row);
				return Array.from({ length: screen.cols }, (__, column) => {
					const cell = line?.getCell(column);
					return {
						text: cell?.getChars() ?? '',
						width: cell?.getWidth() ?? 1,
						colour: cell?.isFgPalette() ? cell.getFgColor() : -1,
						bold: Boolean(cell?.isBold()),
						dim: Boolean(cell?.isDim()),
						inverse: Boolean(cell?.isInverse()),
					};
				});
			}),
		written: () => all,
		press: (...chunks) => {
			for (const chunk of chunks) program.write(chunk);
		},
		resize(wide, high) {
			screen.resize(wide, high);
			program.resize(wide, high);
		},
		isAlternate: () => screen.buffer.active.type === 'alternate',
		async waitFor(wanted, limit = 15_000) {
			const until = performance.now() + limit;
			while (performance.now() < until) {
				const now = text();
				if (typeof wanted === 'string' ? now.includes(wanted) : wanted.test(now)) return now;
				await new Promise((resolve) => setTimeout(resolve, 15));
			}
			throw new Error(`The screen never showed ${wanted}. It shows:\n${text()}`);
		},
		ended,
		kill: (signal = 'SIGKILL') => program.kill(signal),
		hangUp: () => (program as unknown as { readonly _socket: { destroy(): void } })._socket.destroy(),
	};
}
