import type { ServiceName } from './services.ts';

/** One request: operation names as in the SDK without `Command` (`DescribeDBInstances`), input in the SDK's own shape. */
export interface Call {
	readonly service: ServiceName;
	readonly operation: string;
	readonly region: string;
	readonly input: Readonly<Record<string, unknown>>;
	readonly signal?: AbortSignal;
}

/**
The one way in which collectors speak to AWS. The answer has the SDK's own shape (dates are `Date`); a refusal is thrown as the
SDK throws it, to be told apart by `fault.ts`. One caller per account; the recorded account and the tests have callers of their own.
*/
export interface Caller {
	/** The twelve digits of the account. */
	readonly account: string;
	call<Output>(ask: Call): Promise<Output>;
	/** Makes sure that anybody answers in a region, and rejects as a call does; where left out, all are thought to. */
	reach?(region: string, signal: AbortSignal): Promise<void>;
}
