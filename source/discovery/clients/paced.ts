import type { DeclaredCall } from '../collectors/collector.ts';
import type { Call, Caller } from './call.ts';
import { type FaultKind, sortOf } from './fault-signs.ts';
import { type Clock, pacer } from './pacing.ts';
import { type RetryBudget, retryBudget } from './retry-budget.ts';
import { type Slowed, slowTeller } from './slow-teller.ts';
import { type Turnstile, turnstile } from './turnstile.ts';

/** How often a call is made before its fault is final, its first time counted. */
const attempts: Readonly<Partial<Record<FaultKind, number>>> = {
	throttled: 12,
	busy: 5,
	unreachable: 3,
	offline: 3,
	silent: 3,
	'not-aws': 2,
};
/** First wait of each kind in milliseconds; it doubles each time, up to the longest. */
const firstWait: Readonly<Partial<Record<FaultKind, number>>> = {
	throttled: 1_000,
	busy: 100,
	unreachable: 100,
	offline: 100,
	silent: 100,
	'not-aws': 100,
};
const longestWait = 20_000;
const atOnceInAll = 100;
const atOnceInService = 80;

/** For calls that nobody declared; the guard refuses them anyway. */
const careful = { rate: 5, burst: 5 };

interface Pacing {
	readonly declared: readonly DeclaredCall[];
	readonly clock: Clock;
	/** Numbers from 0 up to 1. */
	readonly random: () => number;
	/** Told what AWS asks to be called less often, and when it is called as often as ever again. */
	readonly onSlowed?: ((slowed: Slowed) => void) | undefined;
}

/**
A caller that stays below the quotas of AWS: a token bucket for each operation of a region, a bounded number of calls at
once, and a repetition after a while (full jitter) of what was throttled, or, as long as its budget lasts, lost or failed on the side
of AWS. Other faults are thrown at once.
*/
export function paced(caller: Caller, { declared, clock, random, onSlowed }: Pacing): Caller {
	const limits = new Map(declared.map((call) => [`${call.service}:${call.operation}`, call]));
	const buckets = pacer(clock);
	const teller = onSlowed && slowTeller(caller.account, clock, onSlowed);
	const all = turnstile(atOnceInAll);
	const services = new Map<string, Turnstile>();
	const serviceOf = ({ service, region }: Call): Turnstile => {
		const name = `${region}/${service}`;
		const found = services.get(name) ?? turnstile(atOnceInService);
		services.set(name, found);
		return found;
	};

	const budgets = new Map<string, RetryBudget>();
	const budgetOf = ({ service, region }: Call): RetryBudget => {
		const name = `${region}/${service}`;
		const found = budgets.get(name) ?? retryBudget();
		budgets.set(name, found);
		return found;
	};

	const repeat = async <Output>(ask: Call): Promise<Output> => {
		const limit = limits.get(`${ask.service}:${ask.operation}`) ?? careful;
		const name = `${ask.region}/${ask.service}:${ask.operation}`;
		for (let attempt = 1; ; attempt += 1) {
			const turn = buckets.take(name, limit, ask.signal);
			teller?.stands(ask, buckets.slowedTo(name, limit));
			await turn;
			ask.signal?.throwIfAborted();
			try {
				const answer = await serviceOf(ask).pass(() => all.pass(() => caller.call<Output>(ask)));
				budgetOf(ask).earn();
				return answer;
			} catch (error) {
				const kind = wasSkew(error) ? 'busy' : sortOf(error);
				if (kind === 'throttled') {
					buckets.slow(name, limit);
					teller?.stands(ask, buckets.slowedTo(name, limit));
				}
				if (attempt >= (attempts[kind] ?? 1) || ask.signal?.aborted) throw error;
				// Who is told to be slower is slowed down instead.
				if (kind !== 'throttled' && !budgetOf(ask).spend()) throw error;
				await clock.sleep(random() * Math.min(longestWait, (firstWait[kind] ?? 0) * 2 ** attempt), ask.signal);
			}
		}
	};
	return {
		account: caller.account,
		async call<Output>(ask: Call): Promise<Output> {
			teller?.begins(ask);
			try {
				return await repeat<Output>(ask);
			} finally {
				teller?.ends(ask);
			}
		},
	};
}

/** The clock of this machine was wrong, and the SDK has set its own right by the answer: the same call works now. */
const wasSkew = (error: unknown): boolean =>
	(error as { $metadata?: { clockSkewCorrected?: unknown } } | undefined)?.$metadata?.clockSkewCorrected === true;
