import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pacer } from '../../../source/discovery/clients/pacing.ts';
import { standingClock } from '../../peers/table-caller.ts';

/** The times at which calls go out that are all wanted at once. */
async function timesOf(calls: number, limit: { rate: number; burst: number }): Promise<readonly number[]> {
	const clock = standingClock();
	const { take } = pacer(clock);
	const times: number[] = [];
	for (let call = 0; call < calls; call += 1) {
		await take('eu-central-1/s3:ListBuckets', limit);
		times.push(clock.now());
	}
	return times;
}

test('three quarters of a burst go out at once, then calls follow at a rate a little below the quota', async () => {
	expect(await timesOf(5, { rate: 2, burst: 4 })).toEqual(
		[0, 0, 0, 1 / 1.9, 2 / 1.9].map((s) => expect.closeTo(s * 1000, 6)),
	);
});

test('never more calls go out than the quota allows, whatever the quota', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 200 }),
			fc.integer({ min: 1, max: 50 }),
			fc.integer({ min: 1, max: 300 }),
			async (rate, burst, calls) => {
				const times = await timesOf(calls, { rate, burst });
				for (const [index, time] of times.entries()) {
					const until = times.filter((other) => other <= time).length;
					expect(until).toBeLessThanOrEqual(burst + (time / 1000) * rate + 1e-6);
					expect(time).toBeGreaterThanOrEqual(times[index - 1] ?? 0);
				}
			},
		),
	);
});

test('operations share nothing', async () => {
	const clock = standingClock();
	const { take } = pacer(clock);
	await take('eu-central-1/logs:DescribeLogGroups', { rate: 1, burst: 1 });
	await take('us-east-1/logs:DescribeLogGroups', { rate: 1, burst: 1 });
	await take('eu-central-1/rds:DescribeDBInstances', { rate: 1, burst: 1 });
	expect(clock.slept).toEqual([]);
});

test('a complaint of AWS halves the rate once, however many calls it met', async () => {
	const clock = standingClock();
	const { take, slow } = pacer(clock);
	const limit = { rate: 10, burst: 1 };
	await take('calls', limit);
	for (let answer = 0; answer < 5; answer += 1) slow('calls', limit);
	await take('calls', limit);
	expect(clock.slept).toEqual([expect.closeTo(1000 / (9.5 / 2), 6)]);
});

test('the rate grows back to the quota when nobody complains any more', async () => {
	const clock = standingClock();
	const { take, slow } = pacer(clock);
	const limit = { rate: 10, burst: 1 };
	slow('calls', limit);
	for (let pause = 0; pause < 3; pause += 1) {
		await clock.sleep(30_000);
		await take('calls', limit);
	}
	const before = clock.now();
	await take('calls', limit);
	expect(clock.now() - before).toBeCloseTo(1000 / 9.5, 6);
});

test('it never comes to a halt', async () => {
	const clock = standingClock();
	const { take, slow } = pacer(clock);
	const limit = { rate: 1, burst: 1 };
	for (let complaint = 0; complaint < 20; complaint += 1) {
		slow('calls', limit);
		await clock.sleep(2_000);
	}
	const before = clock.now();
	await take('calls', limit);
	await take('calls', limit);
	expect(clock.now() - before).toBeLessThanOrEqual(2 * 5_000);
});

test('waiting ends with the signal', async () => {
	const clock = standingClock();
	const { take } = pacer(clock);
	const limit = { rate: 1, burst: 1 };
	await take('calls', limit);
	await expect(take('calls', limit, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});
