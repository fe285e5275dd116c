import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Call, Caller } from '../../../source/discovery/clients/call.ts';
import type { Clock } from '../../../source/discovery/clients/pacing.ts';
import { openCaller } from '../../../source/discovery/clients/sdk-caller.ts';
import { discover } from '../../../source/discovery/discover.ts';
import { gathering } from '../../../source/discovery/reading/gathering.ts';
import { readCell } from '../../../source/discovery/reading/read-cell.ts';
import type { Cell, Estate, Gap } from '../../../source/estate/estate.ts';
import { pointedTo } from '../emulator.ts';
import { today } from '../reading.ts';
import { answerOf } from './account.ts';
import type { Seeded } from './seeded.ts';
import { fieldsOf } from './tongues.ts';

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

/** Reads the account behind an address as the program does, with an impatience that suits tests. */
export async function scan(url: string, { regions }: Seeded, most = enough): Promise<Estate> {
	const signal = new AbortController().signal;
	const { caller } = await openCaller({ env: pointedTo(url), region: regions[0] ?? '', signal, now, pace });
	return discover({ callers: [caller], regions, now, signal, most });
}

/** What the account holds, read without a wire and without a fault. */
export function truthOf(seeded: Seeded): Promise<Estate> {
	const caller: Caller = {
		account: seeded.account,
		async call<Output>(ask: Call) {
			// The SDK leaves out what it does not know, so that a misspelt field is never seen on the wire.
			const known = fieldsOf(ask);
			const strange = Object.keys(ask.input).filter((field) => !known.includes(field));
			if (strange.length > 0) throw new TypeError(`${ask.service}:${ask.operation} knows no ${strange.join(', ')}.`);
			return answerOf(seeded, ask) as Output;
		},
	};
	return discover({ callers: [caller], regions: seeded.regions, now, signal: new AbortController().signal });
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
