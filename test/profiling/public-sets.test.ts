import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { columnOf, tableIn, troublesOf } from '../peers/profiling.ts';

const require = createRequire(import.meta.url);
const data = join(dirname(require.resolve('vega-datasets')), '..', 'data');
const set = (name: string, options?: Parameters<typeof tableIn>[1]) =>
	tableIn({ [name]: readFileSync(join(data, name)) }, options);

test('cars: 406 rows of JSON with 8 and 6 gaps, three origins', async () => {
	const cars = await set('cars.json', { target: 'Origin' });
	expect(cars.figures.rows).toBe(406);
	expect(columnOf(cars, 'Miles_per_Gallon').column).toMatchObject({
		missing: 8,
		type: 'decimal',
		number: { low: 9, high: 46.6 },
	});
	expect(columnOf(cars, 'Horsepower').column).toMatchObject({ missing: 6 });
	expect(cars.figures.target?.labels).toEqual([254, 79, 73]);
});

test('airports: 3,376 rows of CSV with a code that is a key, and a place that is none', async () => {
	const airports = await set('airports.csv');
	expect(airports.figures).toMatchObject({ rows: 3376, duplicates: 0 });
	expect(airports.roles.keys).toContain('iata');
	expect(columnOf(airports, 'latitude').column).toMatchObject({ type: 'decimal', missing: 0 });
	expect(columnOf(airports, 'city').column.missing).toBe(12);
});

test('birdstrikes: 10,000 rows whose damage is told for a tenth', async () => {
	const strikes = await set('birdstrikes.csv');
	expect(strikes.figures.rows).toBe(10_000);
	expect(columnOf(strikes, 'Effect Amount of damage').complete.value).toBeCloseTo(0.1063, 3);
	expect(troublesOf(strikes)).toContain('fail completeness Effect Amount of damage');
	expect(strikes.roles.eventTime).toBe('Flight Date');
});

test('a weather table in TSV and an image are what they are', async () => {
	const unemployment = await set('unemployment.tsv');
	expect(unemployment.figures).toMatchObject({ format: 'tsv', rows: 3218 });
	const picture = await set('7zip.png');
	expect(picture.figures.format).toBe('image');
	expect(columnOf(picture, 'width').column.number).toMatchObject({ low: 100, high: 100 });
	expect(troublesOf(picture)).toEqual([]);
});
