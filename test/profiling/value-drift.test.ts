import { expect, test } from 'vitest';
import { seeded } from '../../source/profiling/random.ts';
import { tableIn } from '../peers/profiling.ts';

/** Days of orders in a file each; what the last ones hold may differ. */
function days(
	amountOf: (day: number, random: number) => number,
	countryOf = (_day: number, random: number) => 'ABCD'[Math.floor(random * 4)],
) {
	const random = seeded(5);
	return Object.fromEntries(
		Array.from({ length: 8 }, (_, day) => [
			`day=${day}/part.csv`,
			`order_id,amount,country\n${Array.from({ length: 500 }, (_, row) => [day * 500 + row, amountOf(day, random()).toFixed(2), countryOf(day, random())].join(',')).join('\n')}\n`,
		]),
	);
}
const drifting = async (files: Readonly<Record<string, string>>) =>
	(await tableIn(files)).figures.drift.map(({ column, what, files: count, of }) => [column, what, count, of]);

test('values that lie the same in all files do not drift', async () => {
	expect(await drifting(days((_, random) => random * 100))).toEqual([]);
});

test('amounts that jump in the last file are told, with the index that decided; the key, which always grows, is not', async () => {
	const table = await tableIn(days((day, random) => random * 100 + (day === 7 ? 60 : 0)));
	expect(table.figures.drift).toMatchObject([{ column: 'amount', what: 'values', files: 1, of: 8 }]);
	expect(table.verdicts.find(({ gate }) => gate === 'drift')).toMatchObject({
		level: 'warn',
		column: 'amount',
		says: expect.stringMatching(/^its values lie otherwise in 1 of 8 files: stability index [\d.]+, more than 0\.2$/),
	});
});

test('words that come and go between files drift too, and gaps that begin', async () => {
	const countries = days(
		(_, random) => random * 100,
		(day, random) => (day === 0 ? 'E' : ('ABCD'[Math.floor(random * 4)] ?? 'A')),
	);
	expect(await drifting(countries)).toEqual([['country', 'values', 1, 8]]);
	const gaps = days(
		(_, random) => random * 100,
		(day, random) => (day === 3 ? '' : ('ABCD'[Math.floor(random * 4)] ?? 'A')),
	);
	expect(await drifting(gaps)).toEqual([['country', 'values', 1, 8]]);
});

test('chance alone does not make values drift: 40 seeded runs', async () => {
	for (let run = 1; run <= 40; run += 1) {
		const random = seeded(run);
		const files = Object.fromEntries(
			Array.from({ length: 6 }, (_, file) => [
				`part-${file}.csv`,
				`a,b\n${Array.from({ length: 220 }, () => `${random().toFixed(4)},${Math.floor(random() * 12)}`).join('\n')}\n`,
			]),
		);
		expect(await drifting(files)).toEqual([]);
	}
});
