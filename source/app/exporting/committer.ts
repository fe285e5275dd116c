import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

/** A process that waits for the word to put what was staged into its place. */
export interface Committer {
	/** Gives the word; whether it was done when the process has ended. */
	go(): Promise<boolean>;
	/** Lets it end without having done anything. */
	leave(): void;
}

/** The bundle puts the entry beside its chunks. */
const entry = new URL(import.meta.url.endsWith('.ts') ? '../commit.ts' : './commit.js', import.meta.url);

/**
Starts a run of this program that does nothing but commit a change of a folder (`../commit.ts`), so that killing this one in the middle
of it cuts nothing off. Where the system lets no process start, `go` says that nothing was done. It holds our stderr open, so
that a pipeline ends when everything has.
*/
export function startCommitter(folder: string, id: string): Committer {
	const child = spawn(execPath, [fileURLToPath(entry), folder, id], {
		detached: true,
		stdio: ['pipe', 'ignore', 'inherit'],
		windowsHide: true,
	});
	const ended = new Promise<boolean>((resolve) => {
		child.once('error', () => resolve(false));
		child.once('exit', (code) => resolve(code === 0));
	});
	child.stdin.on('error', () => undefined);
	return {
		go() {
			child.stdin.end('go');
			return ended;
		},
		leave() {
			child.stdin.end();
		},
	};
}
