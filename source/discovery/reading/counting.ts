import type { Call, Caller } from '../clients/call.ts';

/** A caller that is counted, and what it remembers. */
export interface Counting {
	readonly caller: Caller;
	calls(): number;
	/** The call that an error came from. */
	callOf(error: unknown): Call | undefined;
}

/** Counts the calls, remembers which one an error came from, and makes none after the end, whose reason it then tells. */
export function counting(caller: Caller, signal: AbortSignal): Counting {
	let calls = 0;
	const failed = new WeakMap<object, Call>();
	return {
		caller: {
			account: caller.account,
			async call<Output>(ask: Call): Promise<Output> {
				signal.throwIfAborted();
				calls += 1;
				try {
					return await caller.call<Output>(ask);
				} catch (error) {
					// The SDK says of every call that was stopped only that it was.
					const told: unknown = signal.aborted ? signal.reason : error;
					if (typeof told === 'object' && told !== null && !failed.has(told)) failed.set(told, ask);
					throw told;
				}
			},
		},
		calls: () => calls,
		callOf: (error) => (typeof error === 'object' && error !== null ? failed.get(error) : undefined),
	};
}
