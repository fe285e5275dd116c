import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './pacing.ts';

/** The clock of this machine that never jumps. */
export const systemClock: Clock = {
	now: () => performance.now(),
	sleep: (milliseconds, signal) => sleep(milliseconds, undefined, signal ? { signal } : {}),
};
