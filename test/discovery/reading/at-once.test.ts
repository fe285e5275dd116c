import { expect, test } from 'vitest';
import { atOnce } from '../../../source/discovery/reading/at-once.ts';

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

test('no more tasks run beside each other than the lane has room for, and all run', async () => {
	let [inside, most, done] = [0, 0, 0];
	const lane = atOnce(3);
	for (let task = 0; task < 20; task += 1) {
		await lane.add(async () => {
			inside += 1;
			most = Math.max(most, inside);
			await soon();
			inside -= 1;
			done += 1;
		});
	}
	await lane.done();
	expect({ most, done }).toEqual({ most: 3, done: 20 });
});

test('a failure is thrown at the next step, after what was running has ended', async () => {
	const lane = atOnce(2);
	let ended = false;
	await lane.add(async () => {
		await soon();
		await soon();
		ended = true;
	});
	await lane.add(() => Promise.reject(new Error('expired')));
	await expect(lane.done()).rejects.toThrow('expired');
	expect(ended).toBe(true);
});
