import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ended {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}
interface Around {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program without a terminal and waits for its end; a status other than 0 is a result, not an error. */
export function run(program: string, args: readonly string[], { cwd, env }: Around = {}): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
		const read = (stream: NodeJS.ReadableStream) => {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			return () => Buffer.concat(parts).toString('utf8');
		};
		const stdout = read(child.stdout);
		const stderr = read(child.stderr);
		child.on('error', reject);
		child.on('close', (status) => resolve({ status, stdout: stdout(), stderr: stderr() }));
	});
}

/** The built program under the Node that runs the tests. */
export const headwater = (args: readonly string[], around?: Around): Promise<Ended> =>
	run(process.execPath, [cli, ...args], around);
