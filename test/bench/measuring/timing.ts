/** The middle of some numbers. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which a share of some numbers lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The thread's own time is told in ticks of this many milliseconds. */
const tick = 4;

/** Milliseconds that something takes. What takes long is interrupted on a busy machine: then the time of this thread, if it is less. */
export function timed(run: () => unknown): number {
	const [began, used] = [performance.now(), process.threadCpuUsage()];
	run();
	const [passed, { user, system }] = [performance.now() - began, process.threadCpuUsage(used)];
	return passed < 10 * tick ? passed : Math.min(passed, (user + system) / 1000 + tick);
}

/** A fixed piece of work like ours: typed columns, closures, maps with text keys, short-lived objects. About 10 ms on an idle machine. */
export function yardstick(): number {
	return timed(() => {
		const column = Float64Array.from({ length: 8_000 }, (_, index) => (index * 7919) % 1009);
		const tests = [3, 5, 7, 11].map((bound) => (row: number) => ((column[row] as number) % bound === 0 ? 2 : 0));
		let sum = 0;
		for (let pass = 0; pass < 25; pass += 1)
			for (let row = 0; row < column.length; row += 1) for (const test of tests) sum += test(row);
		const found = new Map<string, { readonly count: number }>();
		for (let row = 0; row < column.length; row += 1) {
			const key = `key ${column[row]}`;
			found.set(key, { count: (found.get(key)?.count ?? 0) + 1 });
		}
		return sum + found.size;
	});
}

/** Times of something, each beside a yardstick of the same moment. */
export interface Timing {
	readonly times: readonly number[];
	readonly yards: readonly number[];
}

/** Runs something again and again, warm: the first runs are not counted. `before` prepares each run and is not counted. */
export function timesOf<Prepared>(
	rounds: number,
	before: () => Prepared,
	run: (prepared: Prepared) => unknown,
	uncounted = 1,
): Timing {
	const times: number[] = [];
	const yards: number[] = [];
	for (let round = 0; round < rounds + uncounted; round += 1) {
		const prepared = before();
		const yard = yardstick();
		const time = timed(() => run(prepared));
		if (round < uncounted) continue;
		yards.push(yard);
		times.push(time);
	}
	return { times, yards };
}
