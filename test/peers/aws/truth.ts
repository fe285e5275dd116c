import type { Call, Caller } from '../../../source/discovery/clients/call.ts';
import { discover } from '../../../source/discovery/discover.ts';
import type { Estate } from '../../../source/estate/estate.ts';
import { today } from '../reading.ts';
import { answerOf } from './account.ts';
import type { Seeded } from './seeded.ts';
import { fieldsOf } from './tongues.ts';

/** What the account holds, read without a wire and without a fault. Tells each question that it is asked. */
export function truthOf(seeded: Seeded, onAsked: (question: string) => void = () => {}): Promise<Estate> {
	const caller: Caller = {
		account: seeded.account,
		async call<Output>(ask: Call) {
			// The SDK leaves out what it does not know, so that a misspelt field is never seen on the wire.
			const known = fieldsOf(ask);
			const strange = Object.keys(ask.input).filter((field) => !known.includes(field));
			if (strange.length > 0) throw new TypeError(`${ask.service}:${ask.operation} knows no ${strange.join(', ')}.`);
			onAsked(JSON.stringify([ask.region, ask.service, ask.operation, ask.input]));
			return answerOf(seeded, ask) as Output;
		},
	};
	const signal = new AbortController().signal;
	return discover({ callers: [caller], regions: seeded.regions, now: () => today, signal });
}
