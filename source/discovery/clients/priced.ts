import type { DiscoveryEvent } from '../events.ts';
import type { Call, Caller } from './call.ts';

/** Tells how many metrics a call asks for before it is made: they are the only reads that AWS bills. */
export const priced = (caller: Caller, onEvent: (event: DiscoveryEvent) => void): Caller => ({
	account: caller.account,
	call<Output>(ask: Call): Promise<Output> {
		const queries = ask.operation === 'GetMetricData' ? ask.input.MetricDataQueries : undefined;
		if (Array.isArray(queries)) onEvent({ type: 'metrics', asked: queries.length });
		return caller.call<Output>(ask);
	},
});
