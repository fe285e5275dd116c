import { defineConfig } from 'vitest/config';

const terminal = ['test/terminal/**/*.test.ts'];
const slow = ['test/slow/**/*.test.{ts,tsx}'];

/** Three suites: `fast` needs only Node, `terminal` a pseudo-terminal, `slow` the peers (emulator, synth, Spark, browser). */
export default defineConfig({
	test: {
		reporters: ['default', './test/peers/tally.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'fast',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: [...terminal, ...slow],
					testTimeout: 20_000,
				},
			},
			{ extends: true, test: { name: 'terminal', include: terminal, testTimeout: 60_000, hookTimeout: 60_000 } },
			{
				extends: true,
				test: { name: 'slow', include: slow, testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false },
			},
		],
	},
});
