import type { Formula } from './formula.ts';
import { batches } from './formulas/batches.ts';
import { jobs } from './formulas/jobs.ts';
import { lines } from './formulas/lines.ts';
import { streams } from './formulas/streams.ts';

/** Every named piece of arithmetic that records may use, by theme. Figures marked as ours are estimates, not AWS figures. */
export const formulas = {
	...lines,
	...batches,
	...jobs,
	...streams,
} as const satisfies Readonly<Record<string, Formula>>;

export type FormulaId = keyof typeof formulas;
