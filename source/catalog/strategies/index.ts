import type { StrategyRecord } from '../record.ts';

/** Every way of bringing sources together; the key is the id and the name of its file. */
export const strategies = {} as const satisfies Readonly<Record<string, StrategyRecord>>;
