import { test } from 'vitest';

/** Tests that need something of the machine: skipped by name where it is not there, an error in CI. */
export function needed(what: string, isThere: boolean): typeof test {
	if (isThere) return test;
	if (process.env.CI) throw new Error(`${what} is missing, and in CI nothing is skipped. See .ci/run`);
	return test.skip as unknown as typeof test;
}
