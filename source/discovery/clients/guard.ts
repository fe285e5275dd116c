import { HeadwaterError } from '../../errors.ts';
import type { DeclaredCall } from '../collectors/collector.ts';
import type { Caller } from './call.ts';
import { notFromAws } from './fault.ts';

/** Reads of what people stored, or of secrets, whose names look like reads of metadata. Refused even when declared. */
const readsContent: ReadonlySet<string> = new Set([
	'GetObject',
	'GetObjectTorrent',
	'GetItem',
	'GetRecords',
	'GetShardIterator',
	'GetLogEvents',
	'GetLogObject',
	'GetLogRecord',
	'GetQueryResults',
	'GetQueryResultsStream',
	'GetStatementResult',
	'GetStatementResultV2',
	'GetSecretValue',
	'GetParameter',
	'GetParameters',
	'GetParametersByPath',
	'GetParameterHistory',
	'GetAuthorizationToken',
	'GetSessionToken',
	'GetFederationToken',
	'GetAccessKeyInfo',
	'GetClusterCredentials',
]);

/** Reads of metadata whose name begins otherwise. */
const readsAsWell: ReadonlySet<string> = new Set(['BatchGetCollection']);

/** Whether an operation, named as in the SDK, only reads metadata. */
export const readsMetadata = (operation: string): boolean =>
	readsAsWell.has(operation) || (/^(?:List|Describe|Get)[A-Z]/.test(operation) && !readsContent.has(operation));

/**
A caller that lets only declared reads of metadata through, whatever is asked of it; anything else is a HeadwaterError
`refused-call` and never leaves the program. An answer that lacks the field its call is declared with is refused as well: a
login page that says 200 must not look like an empty account.
*/
export function guarded(caller: Caller, declared: readonly DeclaredCall[]): Caller {
	const allowed = new Map(declared.map((call) => [`${call.service}:${call.operation}`, call]));
	return {
		account: caller.account,
		async call<Output>(ask: Parameters<Caller['call']>[0]): Promise<Output> {
			const name = `${ask.service}:${ask.operation}`;
			const call = allowed.get(name);
			if (call === undefined || !readsMetadata(ask.operation)) {
				throw new HeadwaterError('refused-call', {
					message: `The guard refused ${name}: discovery makes only declared calls that read metadata.`,
					wayOut: 'This is a fault of the program; please report it. Nothing was sent.',
					blame: 'headwater',
				});
			}
			const answer = await caller.call<Output>(ask);
			const field = call.answers;
			if (field !== undefined && (answer as Record<string, unknown> | undefined)?.[field] === undefined) {
				throw notFromAws(`the answer to ${name} says success and carries no ${field}.`);
			}
			return answer;
		},
	};
}
