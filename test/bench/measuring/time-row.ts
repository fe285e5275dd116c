import type { Row } from './row.ts';
import { quantile, type Timing } from './timing.ts';

/** A row of milliseconds: the middle of the times. Its ratio is that of the lower quartiles, which a busy machine moves least. */
export function timeRow(title: string, { times, yards }: Timing, wanted?: number): Row {
	return {
		title,
		figure: quantile(times, 0.5),
		unit: 'ms',
		ratio: quantile(times, 0.25) / quantile(yards, 0.25),
		...(wanted !== undefined && { wanted }),
	};
}
