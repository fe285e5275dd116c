import type { PriceBook } from '../record.ts';
import { euCentral1 } from './eu-central-1.ts';
import { usEast1 } from './us-east-1.ts';

/** Price books by region; the first stands in for a region without one. */
export const prices = {
	'us-east-1': usEast1,
	'eu-central-1': euCentral1,
} as const satisfies Readonly<Record<string, PriceBook>>;
