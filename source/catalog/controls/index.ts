import type { ControlRecord } from '../record.ts';

/** Everything that must hold before a plan is safe; the key is the id and the name of its file. */
export const controls = {} as const satisfies Readonly<Record<string, ControlRecord>>;
