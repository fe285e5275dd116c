import type { Call, Caller } from './call.ts';
import type { Credentials, Keys } from './connection.ts';
import { sortOf } from './fault-signs.ts';

/**
A caller that goes on when its keys expire: its calls pause while the credentials are asked for again, once for all of them, and the
call that was refused is made once more over connections that `open` opens with what they gave. Where that is nothing new, or nothing
at all, the refusal is thrown.
*/
export function renewing(open: () => Caller, credentials: Credentials): Caller {
	let current = open();
	let refused: Caller | undefined;
	let renewal: Promise<void> | undefined;
	const renew = async (): Promise<void> => {
		const used = current;
		try {
			const [before, after] = [await credentials(), await credentials({ forceRefresh: true })];
			if (areSame(before, after)) refused = used;
			else current = open();
		} catch {
			refused = used;
		}
	};
	return {
		account: current.account,
		async call<Output>(ask: Call): Promise<Output> {
			await renewal;
			const used = current;
			try {
				return await used.call<Output>(ask);
			} catch (error) {
				if (sortOf(error) !== 'expired' || ask.signal?.aborted) throw error;
				if (used === current && used !== refused) {
					renewal ??= renew().finally(() => {
						renewal = undefined;
					});
					await renewal;
				}
				if (used === current) throw error;
				return current.call<Output>(ask);
			}
		},
	};
}

const areSame = (a: Keys, b: Keys): boolean =>
	a.accessKeyId === b.accessKeyId && a.secretAccessKey === b.secretAccessKey && a.sessionToken === b.sessionToken;
