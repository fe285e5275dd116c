import { HeadwaterError } from '../../errors.ts';
import type { Call, Caller } from '../clients/call.ts';
import { answers } from './answers/index.ts';
import { account } from './recording.ts';

export interface Replay {
	/** Milliseconds that a call takes on average; 0 answers at once. */
	readonly pace: number;
	readonly signal?: AbortSignal;
}

/**
A caller that answers from the recorded account, so that discovery runs on it as it does on any other. An operation that was
not recorded is a HeadwaterError `not-recorded`; a refusal that was recorded is thrown as the SDK throws it.
*/
export const demoCaller = ({ pace, signal }: Replay): Caller => ({
	account,
	async call<Output>(ask: Call): Promise<Output> {
		const signals = [signal, ask.signal].filter((one) => one !== undefined);
		for (const one of signals) one.throwIfAborted();
		const recorded = answers[ask.service];
		const answer = Object.hasOwn(recorded, ask.operation) ? recorded[ask.operation] : undefined;
		if (!answer) {
			throw new HeadwaterError('not-recorded', {
				message: `The demo account has no recorded answer to ${ask.service}:${ask.operation}.`,
				wayOut: 'Record one in source/discovery/demo/answers; an account of your own is not concerned.',
				blame: 'headwater',
			});
		}
		if (pace > 0) await wait(pace * spread(ask), AbortSignal.any(signals));
		return structuredClone(answer(ask.input, ask.region)) as Output;
	},
});

/** Between a half and one and a half, the same for the same call, so that the replay looks alive and repeats exactly. */
function spread({ operation, region, input }: Call): number {
	let sum = 0;
	for (const sign of operation + region + Object.values(input).join()) sum = (sum * 31 + sign.charCodeAt(0)) % 1009;
	return 0.5 + sum / 1009;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener('abort', stop);
			resolve();
		}, milliseconds);
		signal.addEventListener('abort', stop, { once: true });
	});
}
