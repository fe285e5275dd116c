import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

/** Tests that need a program of the machine: skipped by name where it does not run, an error in CI. */
export function needs(what: string, program: string, ...args: readonly string[]): typeof test {
	const { status } = spawnSync(program, args, { stdio: 'ignore' });
	if (status === 0) return test;
	if (process.env.CI) throw new Error(`${what} is missing, and in CI nothing is skipped. See .ci/run`);
	return test.skip as unknown as typeof test;
}

/** The Python that has what `.ci/run` installs, else the one on PATH. */
export const python = process.env.HEADWATER_PYTHON ?? 'python3';
