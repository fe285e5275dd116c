import { roundedAmount } from '../../facts/amount-text.ts';
import type { Ui } from '../state.ts';
import { count } from '../telling/amounts.ts';

/** How far the reading of samples is, in one line. */
export function samplingLine({ sampling }: Ui): string {
	const { done = 0, of = 0, bytes = 0, rows = 0 } = sampling?.sampled ?? {};
	return `Reading samples: ${done} of ${count(of, 'source')}, ${roundedAmount('bytes', bytes)}, ${count(rows, 'row')}.`;
}
