import { spawnSync } from 'node:child_process';
import type { test } from 'vitest';
import { needed } from './needed.ts';
import { cli } from './program.ts';

/** Tests that need a real shell in a real terminal: skipped by name where tmux is not installed, failed in CI. */
export function inTmux(): typeof test {
	return needed('tmux', spawnSync('tmux', ['-V'], { stdio: 'ignore' }).status === 0);
}

/** A shell in a window of its own tmux server. */
export interface Shell {
	/** Types a line and Enter. */
	line(text: string): void;
	/** Sends keys by the names of tmux: `Enter`, `C-z`, `j`. */
	press(...keys: readonly string[]): void;
	resize(columns: number, rows: number): void;
	text(): string;
	waitFor(wanted: string | RegExp, limit?: number): Promise<string>;
	end(): void;
}

let servers = 0;

/** Opens a shell whose `headwater` is the built program; the home is a folder of the test. */
export function openShell(home: string, columns = 100, rows = 30): Shell {
	servers += 1;
	const socket = `headwater-${process.pid}-${servers}`;
	const tmux = (...args: readonly string[]): string => {
		const { stdout, stderr, status } = spawnSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], {
			encoding: 'utf8',
		});
		if (status !== 0) throw new Error(`tmux ${args.join(' ')}: ${stderr}`);
		return stdout;
	};
	const kept = ['PATH', 'HOME', 'TERM', 'LANG'].map((name) => `${name}="$${name}"`).join(' ');
	const env = `HOME=${home} XDG_STATE_HOME=${home}/state LANG=C.UTF-8 AWS_EC2_METADATA_DISABLED=true PS1='$ '`;
	const shell = `cd ${home}; exec env -i ${kept} ${env} bash --norc --noprofile`;
	tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), shell);
	const text = (): string => tmux('capture-pane', '-p');
	const line = (typed: string): void => {
		tmux('send-keys', '-l', typed);
		tmux('send-keys', 'Enter');
	};
	line(`headwater() { ${process.execPath} ${cli} "$@"; }; clear`);
	return {
		line,
		press: (...keys) => {
			for (const key of keys) tmux('send-keys', key);
		},
		resize: (wide, high) => {
			tmux('resize-window', '-x', String(wide), '-y', String(high));
		},
		text,
		async waitFor(wanted, limit = 20_000) {
			const until = performance.now() + limit;
			while (performance.now() < until) {
				const now = text();
				if (typeof wanted === 'string' ? now.includes(wanted) : wanted.test(now)) return now;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			throw new Error(`The window never showed ${wanted}. It shows:\n${text()}`);
		},
		end: () => {
			tmux('kill-server');
		},
	};
}
