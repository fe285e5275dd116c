import { appendFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with the line "N passed, N failed[, N skipped]"; where HEADWATER_TALLY names a file, the line is added to it. */
export default class Tally implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
		let [passed, failed, skipped] = [0, unhandled.length, 0];
		for (const module of modules) {
			failed += module.errors().length > 0 ? 1 : 0;
			for (const test of module.children.allTests()) {
				const { state } = test.result();
				if (state === 'passed') passed += 1;
				if (state === 'failed') failed += 1;
				if (state === 'skipped') skipped += 1;
			}
		}
		const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
		process.stdout.write(line);
		const file = process.env.HEADWATER_TALLY;
		if (file) appendFileSync(file, line);
	}
}
