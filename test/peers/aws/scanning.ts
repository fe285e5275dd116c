import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Clock } from '../../../source/discovery/clients/pacing.ts';
import { openCaller } from '../../../source/discovery/clients/sdk-caller.ts';
import type { Slowed } from '../../../source/discovery/clients/slow-teller.ts';
import { discover } from '../../../source/discovery/discover.ts';
import type { DiscoveryEvent } from '../../../source/discovery/events.ts';
import { gathering } from '../../../source/discovery/reading/gathering.ts';
import { readCell } from '../../../source/discovery/reading/read-cell.ts';
import type { Cell, Estate, Gap } from '../../../source/estate/estate.ts';
import { pointedTo } from '../emulator.ts';
import { today } from '../reading.ts';
import type { Seeded } from './seeded.ts';

/** How much faster than on a wall the time of pacing passes in tests. */
const faster = 50;
const fastClock: Clock = {
	now: () => performance.now() * faster,
	sleep: (milliseconds, signal) => sleep(milliseconds / faster, undefined, signal ? { signal } : {}),
};
const now = () => today;
const pace = { clock: fastClock, patience: { connect: 1_000, answer: 1_000, whole: 2_000 } };

/** Milliseconds that a scan under faults may take: enough, or too little. */
export const enough = { cell: 20_000, scan: 30_000 };
export const tooLittle = { cell: 300, scan: 600 };

/** Milliseconds that pass while this process has its turn: those in which a busy machine let it wait are not counted. */
function stopwatch(): { stop(): number } {
	const step = 20;
	let last = performance.now();
	let took = 0;
	const beat = (): void => {
		const passed = performance.now() - last;
		took += Math.min(passed, 2 * step);
		last += passed;
	};
	const timer = setInterval(beat, step);
	return {
		stop() {
			clearInterval(timer);
			beat();
			return took;
		},
	};
}

/** Reads the account behind an address as the program does, with an impatience that suits tests. */
export async function scan(
	url: string,
	{ regions }: Seeded,
	most = enough,
	onEvent: (event: DiscoveryEvent) => void = () => undefined,
): Promise<{ readonly estate: Estate; readonly took: number }> {
	const signal = new AbortController().signal;
	const onSlowed = (slowed: Slowed): void => onEvent({ type: 'slowed', ...slowed });
	const opening = { env: pointedTo(url), region: regions[0] ?? '', signal, now, pace, onSlowed };
	const { caller } = await openCaller(opening);
	const watch = stopwatch();
	const estate = await discover({ callers: [caller], regions, now, signal, most, onEvent });
	return { estate, took: watch.stop() };
}

/** Reads cells beside each other, each as if it were alone, and what each could not read. */
export async function readCells(url: string, region: string, kinds: readonly string[]) {
	const signal = new AbortController().signal;
	const { caller } = await openCaller({ env: pointedTo(url), region, signal, now, pace });
	return Promise.all(
		kinds.map(async (kind): Promise<{ cell: Cell; gaps: readonly Gap[] }> => {
			const { emit, gaps } = gathering(() => {});
			const around = { caller, now, signal, most: enough.cell, emit, endAccount: () => {} };
			return { cell: await readCell({ account: caller.account, region, kind }, around), gaps: gaps() };
		}),
	);
}
