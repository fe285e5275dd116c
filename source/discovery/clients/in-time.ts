import { silence } from './fault.ts';

/** How long one attempt of a call may take, in milliseconds; the SDK would wait for ever. */
export interface Patience {
	/** Until somebody takes the connection. */
	readonly connect: number;
	/** Until the answer begins. */
	readonly answer: number;
	/** Until the answer is whole. */
	readonly whole: number;
}
export const usualPatience: Patience = { connect: 3_000, answer: 10_000, whole: 30_000 };

/** Gives a task a signal that also fires when its time (milliseconds) is over, and then tells the silence, not that it was stopped. */
export async function inTime<T>(
	milliseconds: number,
	signal: AbortSignal | undefined,
	task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	// Joined by hand: thousands of calls follow one signal, and AbortSignal.any takes longer than signing does.
	const either = new AbortController();
	let late: Error | undefined;
	const timer = setTimeout(() => {
		late = silence(milliseconds);
		either.abort(late);
	}, milliseconds);
	const stop = (): void => either.abort(signal?.reason);
	if (signal?.aborted) stop();
	signal?.addEventListener('abort', stop, { once: true });
	try {
		return await task(either.signal);
	} catch (error) {
		throw late ?? error;
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', stop);
	}
}
