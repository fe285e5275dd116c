import { overdue } from '../clients/fault.ts';

/** A signal that fires when any of others does, or when its own time is over. */
export interface Deadline {
	readonly signal: AbortSignal;
	/** Rejects with the signal's reason soon after it fired, whatever the task does; else as the task ends. */
	hold<T>(task: Promise<T>): Promise<T>;
	/** Must be called in the end, so that the program can. */
	clear(): void;
}

/** What is under way when time is over may still end properly; then it is left behind. Milliseconds. */
const grace = 1_000;

/** A deadline so many milliseconds from now. `what` is the sentence that tells it. */
export function deadline(milliseconds: number, what: string, ...others: readonly AbortSignal[]): Deadline {
	const own = new AbortController();
	const timer = setTimeout(() => own.abort(overdue(what)), Math.min(milliseconds, longest));
	const signal = AbortSignal.any([own.signal, ...others]);
	return {
		signal,
		hold<T>(task: Promise<T>): Promise<T> {
			return new Promise((resolve, reject) => {
				let leaving: ReturnType<typeof setTimeout> | undefined;
				const leave = () => {
					leaving = setTimeout(() => reject(signal.reason), grace);
				};
				if (signal.aborted) leave();
				else signal.addEventListener('abort', leave, { once: true });
				const done = () => {
					clearTimeout(leaving);
					signal.removeEventListener('abort', leave);
				};
				task.then(resolve, reject).finally(done);
			});
		},
		clear: () => clearTimeout(timer),
	};
}

/** The longest time that a timer of Node can wait. */
const longest = 2 ** 31 - 1;
