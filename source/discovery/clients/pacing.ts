/** Time as pacing sees it: milliseconds that only ever grow, and waiting. */
export interface Clock {
	now(): number;
	/** Resolves after the time, or rejects with an AbortError when the signal fires before. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Calls a second, and calls at once after a pause. */
interface Limit {
	readonly rate: number;
	readonly burst: number;
}

export interface Pacer {
	/** Resolves when the next call of this name may go out. Names share nothing: each has a bucket of its own. */
	take(name: string, limit: Limit, signal?: AbortSignal): Promise<void>;
	/** AWS said "too fast": half the rate from now on; it grows back step by step while nothing is said again. */
	slow(name: string, limit: Limit): void;
	/** Calls a second that AWS lets through of this name; undefined while it has said nothing against the usual rate. */
	slowedTo(name: string, limit: Limit): number | undefined;
}

interface Bucket {
	tokens: number;
	rate: number;
	/** When tokens were counted last. */
	at: number;
	/** When the rate was changed last. */
	changed: number;
}

/** Others use the account as well, and clocks differ a little. */
const shareOfQuota = 0.95;
const slowest = 0.2;
const pauseBeforeFaster = 10_000;
/** What AWS counts, it counts when a call arrives, which may be later than when it was let go. */
const shareOfBurst = 0.75;
/** Answers to calls that were under way when AWS first complained are no new complaint. */
const oneComplaint = 1_000;

const most = (burst: number): number => Math.max(1, burst * shareOfBurst);

/** Token buckets that keep below the quotas of AWS, so that calls are not throttled in the first place. */
export function pacer(clock: Clock): Pacer {
	const buckets = new Map<string, Bucket>();
	const bucketOf = (name: string, { rate, burst }: Limit): Bucket => {
		const now = clock.now();
		let bucket = buckets.get(name);
		if (bucket === undefined) {
			bucket = { tokens: most(burst), rate: rate * shareOfQuota, at: now, changed: Number.NEGATIVE_INFINITY };
			buckets.set(name, bucket);
		}
		const full = rate * shareOfQuota;
		bucket.tokens = Math.min(most(burst), bucket.tokens + ((now - bucket.at) / 1000) * bucket.rate);
		bucket.at = now;
		if (bucket.rate < full && now - bucket.changed >= pauseBeforeFaster) {
			bucket.rate = Math.min(full, bucket.rate * 1.5);
			bucket.changed = now;
		}
		return bucket;
	};
	return {
		async take(name, limit, signal) {
			const bucket = bucketOf(name, limit);
			bucket.tokens -= 1;
			const wait = -bucket.tokens / bucket.rate;
			if (wait > 0) await clock.sleep(wait * 1000, signal);
		},
		slow(name, limit) {
			const bucket = bucketOf(name, limit);
			if (clock.now() - bucket.changed < oneComplaint) return;
			bucket.rate = Math.max(slowest, bucket.rate / 2);
			bucket.tokens = Math.min(bucket.tokens, 0);
			bucket.changed = clock.now();
		},
		slowedTo(name, limit) {
			const { rate } = bucketOf(name, limit);
			return rate < limit.rate * shareOfQuota ? rate : undefined;
		},
	};
}
