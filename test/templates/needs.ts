import { spawnSync } from 'node:child_process';
import type { test } from 'vitest';
import { needed } from '../peers/needed.ts';

/** Tests that need a program of the machine: skipped by name where it does not run, an error in CI. */
export function needs(what: string, program: string, ...args: readonly string[]): typeof test {
	const { status } = spawnSync(program, args, { stdio: 'ignore' });
	return needed(what, status === 0);
}

/** The Python that has what `.ci/run` installs, else the one on PATH. */
export const python = process.env.HEADWATER_PYTHON ?? 'python3';
