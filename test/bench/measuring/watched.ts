import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
/** What Ink writes behind each frame. */
const frameEnd = '\u001b[?2026l';

/** A program in a pseudo-terminal of which times and bytes are taken. */
export interface Watched {
	readonly pid: number;
	/** Milliseconds from the start to its first byte. */
	readonly firstByte: Promise<number>;
	write(keys: string): void;
	/** Milliseconds from the start until it has shown something. */
	shown(wanted: RegExp): Promise<number>;
	/** Resolves at the end of the next frame, with its bytes. */
	frame(): Promise<number>;
	/** Bytes since the last frame that was waited for. */
	bytes(): number;
	/** Frames so far. */
	frames(): number;
	/** Milliseconds, from now on, until its screen looks as wanted. */
	looks(wanted: (lines: readonly string[]) => boolean): Promise<number>;
	/** The screen as it looks now. */
	lines(): readonly string[];
	/** Resolves when nothing has come for a while. */
	quiet(): Promise<void>;
	end(): void;
}

export function openWatched(
	args: readonly string[],
	home: string,
	isOurs = true,
	{
		columns = 100,
		rows = 30,
		env: more = {},
	}: { columns?: number; rows?: number; env?: Readonly<Record<string, string | undefined>> } = {},
): Watched {
	const { CI: _, NO_COLOR: __, ...env } = process.env;
	const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
	const began = performance.now();
	const program = spawn(process.execPath, [...(isOurs ? [cli] : []), ...args], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: home,
		env: { ...env, ...more, HOME: home, XDG_STATE_HOME: home, LANG: 'C.UTF-8' },
	});
	let all = '';
	let count = 0;
	let last = began;
	let since = 0;
	let waiting: (() => void)[] = [];
	let first: (took: number) => void = () => undefined;
	const firstByte = new Promise<number>((resolve) => {
		first = resolve;
	});
	program.onData((chunk) => {
		if (all === '') first(performance.now() - began);
		all = (all + chunk).slice(-200_000);
		since += Buffer.byteLength(chunk);
		last = performance.now();
		count += chunk.split(frameEnd).length - 1;
		screen.write(chunk, () => {
			const told = waiting;
			waiting = [];
			for (const one of told) one();
		});
	});
	const next = (): Promise<void> =>
		new Promise((resolve) => {
			waiting.push(resolve);
		});
	const lines = (): readonly string[] =>
		Array.from({ length: rows }, (_, row) => screen.buffer.active.getLine(row)?.translateToString(true) ?? '');
	return {
		pid: program.pid,
		firstByte,
		write: (keys) => program.write(keys),
		async shown(wanted) {
			while (!wanted.test(all)) await next();
			return performance.now() - began;
		},
		async frame() {
			const before = count;
			since = 0;
			while (count === before) await next();
			return since;
		},
		bytes: () => since,
		frames: () => count,
		lines,
		async looks(wanted) {
			const from = performance.now();
			while (!wanted(lines())) await next();
			return performance.now() - from;
		},
		async quiet() {
			while (performance.now() - last < 60) await new Promise((resolve) => setTimeout(resolve, 10));
		},
		end: () => program.kill('SIGKILL'),
	};
}
