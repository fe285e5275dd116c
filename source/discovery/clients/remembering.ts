import type { Call, Caller } from './call.ts';
import { sortOf } from './fault-signs.ts';
import { withoutSecrets } from './without-secrets.ts';

/** What AWS said to a call, as plain JSON: an answer, or that there is none of what was asked for. */
export type Kept =
	| { readonly answer: unknown }
	| { readonly absent: { readonly name: string; readonly message: string; readonly status: number } };

/** Keeps what AWS said, so that a discovery that broke off need not ask again. */
export interface Memory {
	/** What was kept under a key; undefined where nothing was, or where it can no longer be read. */
	recall(key: string): Promise<Kept | undefined>;
	keep(key: string, kept: Kept): void;
}

/**
A caller that asks AWS only for what its memory does not hold, and the same thing only once. Answers are freed of secrets
before anybody sees them. Refusals are not kept, since they may be cured, but "there is none" is.
*/
export function remembering(caller: Caller, memory: Memory): Caller {
	const asking = new Map<string, Promise<unknown>>();
	const find = async (ask: Call, key: string): Promise<unknown> => {
		const kept = await memory.recall(key);
		if (kept !== undefined) return readKept(kept);
		try {
			const answer = withoutSecrets(await caller.call(ask));
			memory.keep(key, { answer: encoded(answer) });
			return answer;
		} catch (error) {
			if (saysAbsent(error)) {
				const { name, message, $metadata } = error;
				memory.keep(key, { absent: { name, message, status: $metadata?.httpStatusCode ?? 404 } });
			}
			throw error;
		}
	};
	return {
		account: caller.account,
		async call<Output>(ask: Call): Promise<Output> {
			const key = keyOf(caller.account, ask);
			try {
				const shared = asking.get(key);
				if (shared) return (await shared) as Output;
			} catch (error) {
				// Whoever asked first has no time any more; that is no answer to anybody else.
				if (!['stopped', 'overdue'].includes(sortOf(error))) throw error;
			}
			const own = find(ask, key).finally(() => {
				if (asking.get(key) === own) asking.delete(key);
			});
			asking.set(key, own);
			return (await own) as Output;
		},
	};
}

/** The same for the same question, whatever the order of its fields. */
const keyOf = (account: string, { service, operation, region, input }: Call): string =>
	JSON.stringify([account, region, service, operation, Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

interface AwsError extends Error {
	readonly $metadata?: { readonly httpStatusCode?: number };
}
const saysAbsent = (error: unknown): error is AwsError =>
	error instanceof Error && /^NoSuch|NotFound/.test(error.name) && '$metadata' in error;

function readKept(kept: Kept): unknown {
	if ('answer' in kept) return decoded(kept.answer);
	const { name, message, status } = kept.absent;
	throw Object.assign(new Error(message), { name, $fault: 'client', $metadata: { httpStatusCode: status } });
}

/** Dates are the only values of answers that JSON does not know; they become `{ $date }`. What belongs to the wire is left out. */
function encoded(value: unknown): unknown {
	if (value instanceof Date) return { $date: value.getTime() };
	if (value instanceof Uint8Array) return undefined;
	if (Array.isArray(value)) return value.map(encoded);
	if (typeof value !== 'object' || value === null) return value;
	const { $metadata: _, ...fields } = value as Readonly<Record<string, unknown>>;
	return Object.fromEntries(Object.entries(fields).map(([field, part]) => [field, encoded(part)]));
}

function decoded(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(decoded);
	if (typeof value !== 'object' || value === null) return value;
	if ('$date' in value) return new Date(Number(value.$date));
	return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, decoded(part)]));
}
