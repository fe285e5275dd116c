import { Worker } from 'node:worker_threads';
import { type Blame, HeadwaterError } from '../errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** How a thread says that it could not do its work: a fault that has its sentence, or one of the program. */
export type Failure =
	| {
			readonly type: 'fault';
			readonly fault: {
				readonly code: string;
				readonly message: string;
				readonly wayOut: string;
				readonly blame: Blame;
			};
	  }
	| { readonly type: 'broken'; readonly told: string };

/** A fault as it can travel to another thread. */
export function failureOf(error: unknown): Failure {
	if (!(error instanceof HeadwaterError)) {
		return { type: 'broken', told: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
	const { code, message, wayOut, blame } = error;
	return { type: 'fault', fault: { code, message, wayOut, blame } };
}

/** What a thread has of the world outside, besides what it is told to do. */
export interface Outside {
	readonly env: Readonly<Record<string, string>>;
	/** Milliseconds that our clock is ahead of the machine's. */
	readonly ahead: number;
}

interface Beside<Told, Result> {
	/** What it is told to do; it has it together with what is outside. */
	readonly order: object;
	readonly env: Env;
	readonly now: () => Date;
	/** Tells the thread to come to an end; it answers as it can. */
	readonly signal: AbortSignal;
	/** Hears what the thread tells, and may answer; what it returns other than undefined is the result. */
	readonly hear: (told: Told, say: (answer: object) => void) => Result | undefined;
}

/**
Node would let the garbage of a thread that is busy for seconds grow to 190 MB before it looks for what is still in use; with this much it
takes the same time, and a third of the memory.
*/
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** Does work in a thread of its own, so that a screen beside it stays fluent. Rejects with the fault that the thread told. */
export async function inThread<Told extends { readonly type: string }, Result>(
	entry: URL,
	{ order, env, now, signal, hear }: Beside<Told, Result>,
): Promise<Result> {
	const outside: Outside = { env: definedIn(env), ahead: now().getTime() - Date.now() };
	const worker = new Worker(entry, { workerData: { ...order, ...outside }, env: outside.env, resourceLimits });
	const stop = (): void => worker.postMessage('stop');
	if (signal.aborted) stop();
	signal.addEventListener('abort', stop, { once: true });
	try {
		return await new Promise<Result>((resolve, reject) => {
			worker.on('message', (told: Told | Failure) => {
				if (isFailure(told)) {
					return reject(told.type === 'fault' ? new HeadwaterError(told.fault.code, told.fault) : new Error(told.told));
				}
				const result = hear(told, (answer) => worker.postMessage(answer));
				if (result !== undefined) resolve(result);
			});
			worker.once('error', reject);
			worker.once('exit', (code) => reject(new Error(`The thread ended with ${code} before its work was done.`)));
		});
	} finally {
		signal.removeEventListener('abort', stop);
		await worker.terminate();
	}
}

const isFailure = (told: { readonly type: string }): told is Failure => told.type === 'fault' || told.type === 'broken';

/** An environment as it can travel. */
const definedIn = (env: Env): Record<string, string> =>
	Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
