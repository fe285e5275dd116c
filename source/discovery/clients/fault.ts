import type { CellState } from '../../estate/estate.ts';
import { type FaultKind, type Layer, layerOf, signsOf, sortOf } from './fault-signs.ts';

/** What went wrong with a call, told so that a person can cure it. */
export interface Fault {
	readonly kind: FaultKind;
	readonly why: string;
	readonly cure: string;
	/** The IAM action that is missing, where that is the reason. */
	readonly action?: string;
	/** The policy that denies it, as AWS calls it. */
	readonly layer?: string;
}

/** How a cell ends whose list call met the fault. */
export const stateAfter: Readonly<Record<FaultKind, CellState>> = {
	stopped: 'failed',
	overdue: 'timed-out',
	expired: 'failed',
	'no-credentials': 'failed',
	skewed: 'failed',
	denied: 'denied',
	throttled: 'failed',
	rejected: 'disabled',
	'not-subscribed': 'not-subscribed',
	unsupported: 'unsupported',
	'not-aws': 'failed',
	busy: 'failed',
	unreachable: 'unreachable',
	offline: 'unreachable',
	untrusted: 'unreachable',
	silent: 'timed-out',
	failed: 'failed',
};

/** Faults that meet every later call as well, so that going on would only repeat them. */
export const endsEverything: ReadonlySet<FaultKind> = new Set(['stopped', 'overdue', 'expired', 'no-credentials']);

/** An answer that looks like success and did not come from AWS. `what` says what came instead. */
export function notFromAws(what: string): Error {
	const error = new Error(what);
	error.name = 'NotFromAws';
	return error;
}

/** The time for a cell, or for all of them, is over: what its signal is stopped with. `what` names which. */
export function overdue(what: string): Error {
	const error = new Error(what);
	error.name = 'Overdue';
	return error;
}

/** A call that was taken and not answered in time. */
export function silence(milliseconds: number): Error {
	const error = new Error(`no answer within ${milliseconds / 1000} seconds`);
	error.name = 'Silence';
	return error;
}

/** What was asked for, as far as a sentence about it goes. */
interface Asked {
	readonly service: string;
	/** The permission that IAM asks for. */
	readonly action: string;
	readonly region: string;
}

/** The way out of a service that the region does not offer. */
export const notOffered = 'Nothing to do if the region does not offer the service; else look at AWS_ENDPOINT_URL.';

type Sentence = (asked: Asked, error: unknown) => Omit<Fault, 'kind'>;

const renew = 'Renew them (`aws sso login` or `aws login`, or new keys), then discover again with --resume.';
const again = 'Discover again with --resume: what was read is kept, and only the rest is asked for.';

const sentences: Readonly<Record<FaultKind, Sentence>> = {
	stopped: () => ({ why: 'The discovery was stopped before this was read.', cure: again }),
	overdue: (_, error) => ({ why: told(error), cure: 'Discover again with --resume, or with a longer --deadline.' }),
	expired: () => ({ why: 'The credentials expired while this was read.', cure: renew }),
	'no-credentials': (_, error) => ({ why: `There are no usable credentials: ${told(error)}`, cure: renew }),
	skewed: (_, error) => ({
		why: `The clock of this computer ${skewOf(error)}, so that AWS refuses signed calls.`,
		cure: 'Set the clock (`sudo timedatectl set-ntp true`), then discover again with --resume.',
	}),
	denied({ action }, error) {
		const layer = layerOf(error);
		if (layer === undefined) {
			return {
				why: `These credentials may not call ${action}.`,
				cure: 'Allow it, or the whole read-only policy that `headwater policy` prints, then discover again with --resume.',
				action,
				layer: 'identity policy',
			};
		}
		return {
			why: `${forbids[layer]} forbids ${action}.`,
			cure: 'Ask whoever looks after it to let the call through; more permissions for the role do not help.',
			action,
			layer,
		};
	},
	throttled: ({ action, region }) => ({
		why: `AWS kept limiting ${action} in ${region}, although the calls were slowed down.`,
		cure: 'Run the discovery again when less is going on in the account.',
	}),
	rejected: ({ region }) => ({
		why: `${region} does not know these credentials, which work elsewhere: the region is not enabled for the account.`,
		cure: 'Leave the region out, or enable it in the settings of the account.',
	}),
	'not-subscribed': ({ service, region }) => ({
		why: `The account has not signed up for ${service} in ${region}.`,
		cure: 'Nothing to do if the service is not used; else open it once in the AWS console.',
	}),
	unsupported: ({ action, region }) => ({
		why: `The endpoint that answers for ${region} does not know ${action}.`,
		cure: notOffered,
	}),
	'not-aws': ({ service, region }, error) => ({
		why: `What answered for ${service} in ${region} was not AWS: ${told(error)}`,
		cure: signsOf(error).has('ERR_PROXY_TUNNEL')
			? 'Put HTTPS_PROXY right (http://NAME:PASSWORD@HOST:PORT), or name hosts that need no proxy in NO_PROXY.'
			: 'Often a proxy or the login page of a network: sign in there or set HTTPS_PROXY, then discover again.',
	}),
	busy: ({ action, region }, error) => ({
		why: `AWS failed to answer ${action} in ${region}, several times in a row: ${told(error)}`,
		cure: again,
	}),
	unreachable: ({ service, region }, error) => ({
		why: `${service} in ${region} cannot be reached: ${told(error)}`,
		cure: 'Look at the network, the VPN, HTTPS_PROXY and AWS_ENDPOINT_URL, then discover again.',
	}),
	offline: () => ({
		why: 'No name server answers: this computer is offline, or was while this was read.',
		cure: 'Look at the network and the VPN, then discover again with --resume.',
	}),
	untrusted: ({ service, region }, error) => ({
		why: `The connection to ${service} in ${region} shows a certificate that is not trusted: ${told(error)}`,
		cure: 'Where a proxy opens TLS, name its certificate in AWS_CA_BUNDLE or as ca_bundle of the profile, then discover again.',
	}),
	silent: ({ action, region }) => ({
		why: `${action} in ${region} was taken and not answered in time, several times in a row.`,
		cure: again,
	}),
	failed: ({ action, region }, error) => ({ why: `${action} in ${region} failed: ${told(error)}`, cure: again }),
};

/** By how much the clocks differ, where the SDK has measured it. */
function skewOf(error: unknown): string {
	const offset = (error as { readonly clockOffset?: unknown } | undefined)?.clockOffset;
	const minutes = typeof offset === 'number' ? Math.round(Math.abs(offset) / 60_000) : 0;
	if (minutes === 0) return 'and the clock of AWS differ by minutes';
	return `is ${minutes} minutes ${Number(offset) > 0 ? 'behind' : 'ahead of'} the clock of AWS`;
}

/** Who looks after each layer that more permissions for the role cannot lift. */
const forbids: Readonly<Record<Layer, string>> = {
	'service control policy': 'A service control policy of the organisation',
	'resource control policy': 'A resource control policy of the organisation',
	'permissions boundary': 'The permissions boundary of the role',
	'session policy': 'The policy of the session',
	'VPC endpoint policy': 'The policy of a VPC endpoint',
	'explicit deny': 'An explicit deny',
};

/** The error of a call told apart. Reads what the SDK throws: names, codes, statuses and, where these lack, messages. */
export function faultOf(error: unknown, asked: Asked): Fault {
	const kind = sortOf(error);
	return { kind, ...sentences[kind](asked, error) };
}

/** The first line of what an error says, as a sentence. */
export function told(error: unknown): string {
	const inner = error instanceof AggregateError && error.message === '' ? error.errors[0] : error;
	const said = inner instanceof Error ? inner.message || inner.name : String(inner);
	const line = (said.split('\n')[0] ?? '').trim().slice(0, 200);
	return /[.!?]$/.test(line) ? line : `${line}.`;
}
