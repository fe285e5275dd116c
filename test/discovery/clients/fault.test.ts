import { expect, test } from 'vitest';
import { faultOf, notFromAws, overdue, silence, stateAfter } from '../../../source/discovery/clients/fault.ts';
import { awsError, denied } from '../../peers/table-caller.ts';

const asked = { service: 'rds', action: 'rds:DescribeDBInstances', region: 'eu-central-1' } as const;
const node = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each([
	['S3 and query services refuse', awsError('AccessDenied', 'no', 403), 'denied', 'denied'],
	['JSON services refuse', awsError('AccessDeniedException', 'no'), 'denied', 'denied'],
	['a bare 403', awsError('Unknown', 'UnknownError', 403), 'denied', 'denied'],
	['S3 says too fast', awsError('SlowDown', 'slow down', 503), 'throttled', 'failed'],
	['query services say too fast', awsError('Throttling', 'Rate exceeded'), 'throttled', 'failed'],
	['JSON services say too fast', awsError('ThrottlingException', 'Rate exceeded'), 'throttled', 'failed'],
	['the token expired (S3, query)', awsError('ExpiredToken', 'expired'), 'expired', 'failed'],
	['the token expired (JSON)', awsError('ExpiredTokenException', 'expired'), 'expired', 'failed'],
	['the clocks differ (S3)', awsError('RequestTimeTooSkewed', 'x', 403), 'skewed', 'failed'],
	[
		'the clocks differ (others)',
		awsError('InvalidSignatureException', 'Signature expired: 20261128T190000Z is now earlier than', 403),
		'skewed',
		'failed',
	],
	['no credentials', awsError('CredentialsProviderError', 'none'), 'no-credentials', 'failed'],
	['a region that is not enabled (query)', awsError('InvalidClientTokenId', 'x', 403), 'rejected', 'disabled'],
	['a region that is not enabled (JSON)', awsError('UnrecognizedClientException', 'x'), 'rejected', 'disabled'],
	['not subscribed', awsError('SubscriptionRequiredException', 'x'), 'not-subscribed', 'not-subscribed'],
	['the endpoint lacks it (JSON)', awsError('UnknownOperationException', 'x'), 'unsupported', 'unsupported'],
	['the endpoint lacks it (query)', awsError('InvalidAction', 'x'), 'unsupported', 'unsupported'],
	['the endpoint lacks it (status)', awsError('Unknown', 'UnknownError', 501), 'unsupported', 'unsupported'],
	['no such host', node('ENOTFOUND', 'getaddrinfo ENOTFOUND rds.eu-central-1'), 'unreachable', 'unreachable'],
	['nobody listens', node('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'), 'unreachable', 'unreachable'],
	['nobody answers in time', awsError('TimeoutError', 'no answer'), 'unreachable', 'unreachable'],
	[
		'somebody took the call and gave no answer',
		awsError('TimeoutError', 'a request has exceeded the configured 10000 ms requestTimeout.'),
		'silent',
		'timed-out',
	],
	['the answer began and never ended', silence(30_000), 'silent', 'timed-out'],
	['the time for it is over', overdue('The 4 hours were over.'), 'overdue', 'timed-out'],
	['the connection broke', node('ECONNRESET', 'socket hang up'), 'unreachable', 'unreachable'],
	['the body broke off', new Error('aborted'), 'unreachable', 'unreachable'],
	['a proxy wants a password', awsError('Unknown', 'UnknownError', 407), 'not-aws', 'failed'],
	[
		'a web page where JSON belongs',
		new SyntaxError('Unexpected token < is not valid JSON\n  Deserialization error: to see'),
		'not-aws',
		'failed',
	],
	['success without content', notFromAws('it carries no Buckets.'), 'not-aws', 'failed'],
	['AWS is down', awsError('ServiceUnavailable', 'x', 503), 'busy', 'failed'],
	['AWS is down and says so in HTML', awsError('SyntaxError', 'x Deserialization error', 502), 'busy', 'failed'],
	['the discovery was stopped', AbortSignal.abort().reason, 'stopped', 'failed'],
	['anything else', awsError('ValidationException', 'x'), 'failed', 'failed'],
	['not even an error', 'a string', 'failed', 'failed'],
])('%s', (_, error, kind, state) => {
	const fault = faultOf(error, asked);
	expect({ kind: fault.kind, state: stateAfter[fault.kind] }).toEqual({ kind, state });
	expect(`${fault.why} ${fault.cure}`).not.toMatch(/undefined|\[object|\n/);
});

test('an error inside an error is found', () => {
	const both = new AggregateError([node('ECONNREFUSED', 'connect ECONNREFUSED ::1:1')], '');
	expect(faultOf(new Error('', { cause: both }), asked).kind).toBe('unreachable');
	expect(faultOf(both, asked).why).toBe('rds in eu-central-1 cannot be reached: connect ECONNREFUSED ::1:1.');
});

test('a denied call names the action that is missing and how to get it', () => {
	expect(faultOf(denied('rds:DescribeDBInstances'), asked)).toEqual({
		kind: 'denied',
		action: 'rds:DescribeDBInstances',
		why: 'These credentials may not call rds:DescribeDBInstances.',
		cure: 'Allow it, or the whole read-only policy that `headwater policy` prints, then discover again with --resume.',
		layer: 'identity policy',
	});
});

test.each([
	[
		'with an explicit deny in a service control policy',
		'service control policy',
		'A service control policy of the organisation',
	],
	[
		'with an explicit deny in a resource control policy',
		'resource control policy',
		'A resource control policy of the organisation',
	],
	['because no permissions boundary allows it', 'permissions boundary', 'The permissions boundary of the role'],
	['because no session policy allows it', 'session policy', 'The policy of the session'],
	['because no VPC endpoint policy allows it', 'VPC endpoint policy', 'The policy of a VPC endpoint'],
	['with an explicit deny in an identity-based policy', 'explicit deny', 'An explicit deny'],
])('who forbids it is told: %s', (message, layer, who) => {
	expect(faultOf(awsError('AccessDenied', `User x may not, ${message}`, 403), asked)).toEqual({
		kind: 'denied',
		action: 'rds:DescribeDBInstances',
		layer,
		why: `${who} forbids rds:DescribeDBInstances.`,
		cure: 'Ask whoever looks after it to let the call through; more permissions for the role do not help.',
	});
});

test('a certificate that a proxy put in is told apart from a dead line', () => {
	const fault = faultOf(node('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'), asked);
	expect(fault).toEqual({
		kind: 'untrusted',
		why: 'The connection to rds in eu-central-1 shows a certificate that is not trusted: self-signed certificate in certificate chain.',
		cure: 'Where a proxy opens TLS, name its certificate in AWS_CA_BUNDLE or as ca_bundle of the profile, then discover again.',
	});
});
