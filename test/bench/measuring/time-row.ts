import type { Row } from './row.ts';
import { median, quantile, type Timing } from './timing.ts';

/** A row of milliseconds: the middle of the times, or the time within which a share of them stays. */
export function timeRow(title: string, { times, yards }: Timing, wanted?: number, share = 0.5): Row {
	const figure = quantile(times, share);
	return { title, figure, unit: 'ms', ratio: figure / median(yards), ...(wanted !== undefined && { wanted }) };
}
