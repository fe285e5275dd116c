import { expect, test } from 'vitest';
import type { Ask } from '../../../source/discovery/clients/databases/database.ts';
import { factsOfLine, lineLimits, measureLine } from '../../../source/discovery/databases/line.ts';

/** A server behind a line with the given latency and rate, on a clock of its own; what it was asked is written down. */
function behind(latency: (trip: number) => number, bytesPerSecond: number, longest = Number.POSITIVE_INFINITY) {
	let now = 0;
	const asked: string[] = [];
	const ask: Ask = async (sql) => {
		const bytes = Number(/repeat\('x', (\d+)\)/.exec(sql)?.[1] ?? 0);
		now += latency(asked.length) + (bytes > longest ? 0 : (bytes / bytesPerSecond) * 1000);
		asked.push(sql);
		return bytes === 0 ? [{ one: 1 }] : [{ bytes: bytes > longest ? null : 'x'.repeat(bytes) }];
	};
	const carried = () => asked.reduce((sum, sql) => sum + Number(/, (\d+)/.exec(sql)?.[1] ?? 0), 0);
	return { ask, asked, carried, clock: () => now };
}

test('the round trip is the median of nine, and one slow answer does not move it', async () => {
	const { ask, clock } = behind((trip) => (trip === 0 ? 400 : 20), 1e6);
	expect(await measureLine(ask, clock)).toMatchObject({ roundTrip: 0.02, between: [0.02, 0.4], trips: 9 });
});

test.each([
	['a modem', 300, 7_000],
	['a slow line', 60, 125_000],
	['a usual line', 20, 12.5e6],
	['a fast line', 0.2, 1.25e9],
])('the throughput of %s is found without its round trip, within 8 MB and 3 seconds', async (_, latency, rate) => {
	const { ask, carried, clock } = behind(() => latency, rate);
	const { carried: found } = await measureLine(ask, clock);
	expect(found?.bitsPerSecond).toBeCloseTo(rate * 8, -3);
	expect(carried()).toBeLessThanOrEqual(lineLimits.bytes);
	expect(clock()).toBeLessThanOrEqual(2 * lineLimits.milliseconds);
});

test('a very long round trip is asked for less often', async () => {
	const { ask, asked, clock } = behind(() => 2_000, 1e6);
	expect((await measureLine(ask, clock)).trips).toBe(2);
	expect(asked.length).toBeLessThan(6);
});

test('only bytes that the server makes are asked for, and no table', async () => {
	const { ask, asked, clock } = behind(() => 1, 1e9);
	await measureLine(ask, clock);
	for (const sql of asked) expect(sql).toMatch(/^SELECT (?:1 AS one|repeat\('x', \d+\) AS bytes)$/);
});

test('an answer that the server cuts off ends the measurement, and the one before counts', async () => {
	const { ask, clock } = behind(() => 1, 1e6, 100_000);
	expect((await measureLine(ask, clock)).carried?.bytes).toBe(65_536);
});

test('answers that come as fast as an empty one give no throughput', async () => {
	const { ask, clock } = behind(() => 5, Number.POSITIVE_INFINITY);
	const line = await measureLine(ask, clock);
	expect(line.carried).toBeUndefined();
	expect(Object.keys(factsOfLine(line, 'db:5432', '2026-11-29T00:00:00Z'))).toEqual(['probe.roundTrip']);
});

test('what breaks while it is measured is told', async () => {
	const broken: Ask = (sql) => (sql.includes('repeat') ? Promise.reject(new Error('broken')) : Promise.resolve([{}]));
	await expect(measureLine(broken, () => 0)).rejects.toThrow('broken');
});

test('the facts say between which two ends the line was measured, and that it is not the one to AWS', async () => {
	const { ask, clock } = behind(() => 20, 12.5e6);
	const facts = factsOfLine(await measureLine(ask, clock), 'db:5432/shop', '2026-11-29T00:00:00Z');
	expect(Object.keys(facts).toSorted()).toEqual(['probe.roundTrip', 'probe.throughput']);
	expect(facts['probe.roundTrip']).toMatchObject({ value: 0.02, from: 'measured', between: [0.02, 0.02] });
	for (const { evidence } of Object.values(facts)) {
		expect(evidence).toContain('between db:5432/shop and the machine that ran headwater, not towards AWS');
	}
});
