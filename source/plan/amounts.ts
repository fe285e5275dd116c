import type { Unit } from '../facts/fact.ts';
import { printValue } from '../facts/quantity-text.ts';

const amount =
	(unit: Unit) =>
	(value: number): string =>
		printValue({ type: 'quantity', unit, title: unit, about: 'source', plausible: [0, Number.MAX_VALUE] }, value);

/** Seconds as people say them: `45 days`, `12 h`. */
export const duration = amount('seconds');
/** Bits a second as people say them: `200 Mbps`. */
export const bandwidth = amount('bits-per-second');
