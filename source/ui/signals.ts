/** What can happen to the program from outside. `broken`: nobody reads any more what it prints. */
type Happening =
	| 'SIGINT'
	| 'SIGTERM'
	| 'SIGHUP'
	| 'SIGTSTP'
	| 'SIGCONT'
	| 'uncaughtException'
	| 'unhandledRejection'
	| 'broken';

/** The signals of the process, as the entry hands them in. */
export interface Signals {
	/** Calls the listener each time; returns how to stop listening. Where a system knows no such signal, nothing happens. */
	on(happening: Happening, listener: (cause: unknown) => void): () => void;
	/** Sends a signal to the program itself. */
	raise(signal: 'SIGTSTP' | 'SIGWINCH'): void;
}

const codes = {
	SIGINT: 130,
	SIGTERM: 143,
	SIGHUP: 129,
	broken: 129,
	uncaughtException: 70,
	unhandledRejection: 70,
} as const satisfies Partial<Record<Happening, number>>;

/** Ends the session in good order on whatever would end the program: `end` hears the exit code, and the fault if it is one. */
export function watchEndings({ on }: Signals, end: (code: number, fault: unknown) => void): void {
	for (const [happening, code] of Object.entries(codes) as [keyof typeof codes, number][]) {
		on(happening, (cause) => end(code, code === codes.uncaughtException ? cause : undefined));
	}
}

type Suspend = (callback: () => Promise<void>) => Promise<void>;

/** Milliseconds: after them a stop that the system did not carry out (no shell to come back from) is over. */
const unstopped = 200;
/** Milliseconds in which the new size of the window arrives. */
const sizing = 20;

/** Gives the terminal back while the program is stopped (Ctrl-Z, kill -TSTP) and takes it again on fg. Returns how to stop listening. */
export function watchStops({ on, raise }: Signals, suspend: Suspend): () => void {
	let off: () => void = () => undefined;
	const stop = async (): Promise<void> => {
		off();
		await suspend(async () => {
			let offContinued: () => void = () => undefined;
			const continued = new Promise<void>((resolve) => {
				offContinued = on('SIGCONT', () => resolve());
			});
			// With nobody listening the system itself stops the program here.
			raise('SIGTSTP');
			await Promise.race([continued, new Promise((resolve) => setTimeout(resolve, unstopped))]);
			offContinued();
			// A stopped program hears nothing of a window that changed.
			raise('SIGWINCH');
			await new Promise((resolve) => setTimeout(resolve, sizing));
		});
		off = on('SIGTSTP', stop);
	};
	off = on('SIGTSTP', stop);
	return () => off();
}
