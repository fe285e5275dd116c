import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { spaced } from '../../source/ui/spaced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A telling that takes so many milliseconds, and what was told. */
function telling(took: number) {
	const told: number[] = [];
	const { tell, flush, drop } = spaced<number>(
		(one) => {
			told.push(one);
			vi.setSystemTime(Date.now() + took);
		},
		250,
		Date.now,
	);
	return { told, tell, flush, drop };
}

test('the first thing is told at once, then only the newest after each pause', async () => {
	const { told, tell } = telling(0);
	for (let thing = 0; thing < 10; thing += 1) {
		tell(thing);
		await vi.advanceTimersByTimeAsync(100);
	}
	expect(told).toEqual([0, 2, 5, 7]);
});

test('telling that takes long comes so seldom that nine tenths of the time are left', async () => {
	const { told, tell } = telling(100);
	for (let passed = 0; passed < 5_000; passed += 50) {
		tell(passed);
		await vi.advanceTimersByTimeAsync(50);
	}
	expect(told.length).toBeLessThanOrEqual(5);
	expect(told.length).toBeGreaterThan(2);
});

test('what waits is told before the end, and not at all where it is dropped', async () => {
	const ends = telling(0);
	for (const thing of [1, 2]) ends.tell(thing);
	ends.flush();
	expect(ends.told).toEqual([1, 2]);
	const dropped = telling(0);
	for (const thing of [1, 2]) dropped.tell(thing);
	dropped.drop();
	await vi.advanceTimersByTimeAsync(1_000);
	expect(dropped.told).toEqual([1]);
	dropped.tell(3);
	expect(dropped.told).toEqual([1, 3]);
});
