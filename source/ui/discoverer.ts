import type { Progress } from '../app/session/progress.ts';
import type { Scope } from '../app/session/session.ts';
import type { SessionHost } from '../app/session/session-host.ts';
import type { PlannedCell } from '../discovery/events.ts';
import type { Event } from './event.ts';
import { faultOf } from './fault.ts';
import { spaced } from './spaced.ts';

/** Milliseconds between two tellings of how far it is: every frame of it may be in the way of a key. */
const between = 250;

/** Discovers what the screen wishes for, and tells how it goes. Only one discovery runs at a time. */
export function discoverer(host: SessionHost, tell: (...events: readonly Event[]) => void) {
	let running: AbortController | undefined;
	const progress = spaced<Progress>(
		(one) => tell({ type: 'progress', progress: one }),
		between,
		() => host.now().getTime(),
	);
	let answer: ((code: string | undefined) => void) | undefined;
	const abandon = (): void => {
		running?.abort();
		running = undefined;
		progress.drop();
	};
	return {
		discover(scope: Scope, only?: PlannedCell): void {
			abandon();
			const control = new AbortController();
			running = control;
			// What a discovery that was left behind still tells is of no interest.
			const ifWanted = (event: Event): void => {
				if (running !== control) return;
				progress.flush();
				tell(event);
			};
			const askCode = (device: string): Promise<string> =>
				new Promise((resolve, reject) => {
					answer = (code) => (code === undefined ? reject(new Error('no code')) : resolve(code));
					ifWanted({ type: 'asked', device });
				});
			tell(only ? { type: 'scanning', only } : { type: 'scanning' });
			host
				.discover(scope, {
					onProgress: (one) => running === control && progress.tell(one),
					signal: control.signal,
					askCode,
					...(only ? { only } : {}),
				})
				.then(
					(estate) => ifWanted({ type: 'found', estate }),
					(error: unknown) =>
						ifWanted(control.signal.aborted ? { type: 'stopped' } : { type: 'not found', fault: faultOf(error) }),
				);
		},
		/** Gives the code that was asked for, or none. */
		give: (code: string | undefined): void => answer?.(code),
		/** Ends the discovery and takes what was found. */
		stop: (): void => running?.abort(),
		/** Ends the discovery and forgets it. */
		abandon,
	};
}
