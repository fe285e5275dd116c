// An AWS of ours in a process of its own, for benches: forked with what it should hold, it tells its address and what it was asked.
import { openAws } from './server.ts';

/** What the server holds and how it behaves, as JSON in the first argument. */
export interface Served {
	readonly regions: readonly string[];
	readonly page: number;
	/** Things in a region by the list that holds them; `else` for all others. */
	readonly counts: Readonly<Record<string, number>>;
	/** Milliseconds that an answer takes. */
	readonly latency: number;
	/** Calls a second, and at once, that an operation takes in a region. */
	readonly quotas?: Readonly<Record<string, readonly [rate: number, burst: number]>>;
}

/** What it was asked until now: calls by operation, and those that were too fast. */
export interface Tally {
	readonly calls: Readonly<Record<string, number>>;
	readonly throttled: number;
	/** Milliseconds from the first to the last answer of an operation. */
	readonly took: Readonly<Record<string, number>>;
}

const { regions, page, counts, latency, quotas = {} } = JSON.parse(process.argv[2] ?? '{}') as Served;
const buckets = new Map<string, { tokens: number; at: number }>();
const calls: Record<string, number> = {};
const times: Record<string, { first: number; last: number }> = {};
let throttled = 0;

const aws = await openAws(
	[{ account: '123456789012', regions, page, count: (list) => counts[list] ?? counts.else ?? 0 }],
	{
		latency,
		takes({ region, service, operation }) {
			const quota = quotas[`${service}:${operation}`];
			if (quota === undefined) return true;
			const [rate, burst] = quota;
			const key = `${region} ${service}:${operation}`;
			const now = performance.now();
			const bucket = buckets.get(key) ?? { tokens: burst, at: now };
			bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * rate);
			bucket.at = now;
			buckets.set(key, bucket);
			if (bucket.tokens < 1) {
				throttled += 1;
				return false;
			}
			bucket.tokens -= 1;
			return true;
		},
		onAnswered({ service, operation }) {
			const name = `${service}:${operation}`;
			calls[name] = (calls[name] ?? 0) + 1;
			const now = performance.now();
			times[name] = { first: times[name]?.first ?? now, last: now };
		},
	},
);
process.on('message', () => {
	const took = Object.fromEntries(Object.entries(times).map(([name, { first, last }]) => [name, last - first]));
	process.send?.({ calls, throttled, took } satisfies Tally);
});
process.on('disconnect', () => process.exit());
process.send?.(aws.url);
