import { expect, test } from 'vitest';
import { troubleOf } from '../../../source/discovery/databases/trouble.ts';

const failed = (code: string | undefined, message = 'secret text of the server') =>
	Object.assign(new Error(message), { code });

test.each([
	[failed('28P01'), 'denied', 'user, password or machine'],
	[failed('ER_ACCESS_DENIED_ERROR'), 'denied', 'user, password or machine'],
	[failed(undefined, 'SASL: client password must be a string'), 'denied', 'user, password or machine'],
	[failed('42501'), 'denied', 'may not read the catalogue'],
	[failed('3D000'), 'failed', 'no such database'],
	[failed('ENOTFOUND'), 'unreachable', 'name is not known'],
	[failed('ECONNREFUSED'), 'unreachable', 'nothing answers'],
	[new AggregateError([failed('ECONNREFUSED')]), 'unreachable', 'nothing answers'],
	[failed(undefined, 'timeout expired'), 'unreachable', 'nothing answers'],
	[failed(undefined, 'The server does not support SSL connections'), 'failed', 'offers no TLS'],
	[failed('DEPTH_ZERO_SELF_SIGNED_CERT'), 'failed', 'certificate'],
	[failed('57014'), 'failed', 'too long'],
	[failed(undefined, 'Connection terminated unexpectedly'), 'failed', 'ended the connection'],
	[failed('PROTOCOL_CONNECTION_LOST'), 'failed', 'ended the connection'],
	[failed('XX000'), 'failed', 'the driver says XX000'],
	[failed(undefined), 'failed', 'nothing that is known'],
])('%o is told as %s: %s', (error, state, why) => {
	const trouble = troubleOf(error);
	expect(trouble.state).toBe(state);
	expect(trouble.why).toContain(why);
	expect(trouble.cure).toMatch(/\.$/);
	expect(JSON.stringify(trouble)).not.toContain('secret text');
});
