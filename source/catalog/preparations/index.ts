import type { PreparationRecord } from '../record.ts';

/** Every piece of work between the raw zone and features; the key is the id and the name of its file. */
export const preparations = {} as const satisfies Readonly<Record<string, PreparationRecord>>;
