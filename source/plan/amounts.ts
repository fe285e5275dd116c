import type { Unit } from '../facts/fact.ts';
import { printValue } from '../facts/quantity-text.ts';

const amount =
	(unit: Unit) =>
	(value: number): string =>
		printValue({ type: 'quantity', unit, title: unit, about: 'source', plausible: [0, Number.MAX_VALUE] }, value);

const units = [
	[86_400, 'day', 'days'],
	[3600, 'h', 'h'],
	[60, 'min', 'min'],
	[1, 's', 's'],
] as const;

/** A length of time in the largest unit that it fills, to two or three digits: `4.1 days`, `1.5 h`, `5 min`. */
export function duration(seconds: number): string {
	const [length, one, many] = units.find(([unit]) => seconds >= unit * 0.9995) ?? [1, 's', 's'];
	const amount = seconds / length;
	const shown = amount >= 100 ? Math.round(amount) : Number(amount.toPrecision(2));
	return `${shown} ${shown === 1 ? one : many}`;
}

/** Bits a second as people say them: `200 Mbps`. */
export const bandwidth = amount('bits-per-second');
