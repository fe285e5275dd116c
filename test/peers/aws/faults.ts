import type { Asked } from './read.ts';
import { type Written, writeAnswer, writeError } from './write.ts';

/** What can go wrong between AWS and a caller. */
export const faults = [
	'throttled',
	'internal error',
	'unavailable',
	'reset',
	'silence',
	'hangs in the middle',
	'cut off',
	'cut off and called whole',
	'malformed',
	'a web page',
	'nothing',
	'denied',
	'denied by a service control policy',
	'denied by a permissions boundary',
	'expired',
	'not enabled',
	'not subscribed',
	'unknown operation',
	'clock skew',
	'the same token again',
	'the first page again',
	'empty pages without end',
	'slow',
] as const;
export type Fault = (typeof faults)[number];

/** Where and how often a fault strikes: `times` requests from the `from`th on, of those that fit. */
export interface Rule {
	readonly fault: Fault;
	readonly region?: string;
	readonly service?: string;
	readonly operation?: string;
	readonly from: number;
	readonly times: number;
}

/** What a request gets: an answer, perhaps late, cut or never ended. */
export interface Outcome {
	readonly written?: Written;
	/** Milliseconds before it. */
	readonly after?: number;
	readonly end?: 'reset' | 'silence' | 'cut' | 'hang';
}

/** The fault that strikes a request, if any. Counts what it is asked, so each rule set serves one run. */
export function striking(rules: readonly Rule[]): (asked: Asked) => Fault | undefined {
	const counts = rules.map(() => 0);
	return (asked) => {
		for (const [index, rule] of rules.entries()) {
			const fits =
				(rule.region ?? asked.region) === asked.region &&
				(rule.service ?? asked.service) === asked.service &&
				(rule.operation ?? asked.operation) === asked.operation;
			if (!fits) continue;
			const nth = counts[index] ?? 0;
			counts[index] = nth + 1;
			if (nth >= rule.from && nth < rule.from + rule.times) return rule.fault;
		}
		return undefined;
	};
}

const throttling = {
	json: ['ThrottlingException', 400],
	'rest-json': ['TooManyRequestsException', 429],
	query: ['Throttling', 400],
	ec2: ['RequestLimitExceeded', 503],
	'rest-xml': ['SlowDown', 503],
} as const;
const refusing = {
	json: 'AccessDeniedException',
	'rest-json': 'AccessDeniedException',
	query: 'AccessDenied',
	ec2: 'UnauthorizedOperation',
	'rest-xml': 'AccessDenied',
} as const;
const unknown = {
	json: 'UnrecognizedClientException',
	'rest-json': 'UnrecognizedClientException',
	query: 'InvalidClientTokenId',
	ec2: 'AuthFailure',
	'rest-xml': 'InvalidAccessKeyId',
} as const;
const expired = {
	json: 'ExpiredTokenException',
	'rest-json': 'ExpiredTokenException',
	query: 'ExpiredToken',
	ec2: 'RequestExpired',
	'rest-xml': 'ExpiredToken',
} as const;

const who = 'User: arn:aws:iam::123456789012:user/reader is not authorized to perform this';
const page = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Guest network</body></html>';

/** What a fault makes of an answer. */
export function struck(fault: Fault, asked: Asked, answer: Readonly<Record<string, unknown>>): Outcome {
	const { protocol } = asked;
	const refusal = (code: string, message: string, status = 400): Outcome => ({
		written: writeError(asked, code, message, status),
	});
	const whole = () => writeAnswer(asked, answer);
	const instead = (body: string, type: string): Outcome => ({
		written: { status: 200, headers: { 'content-type': type, 'x-amzn-requestid': 'r-1' }, body },
	});
	switch (fault) {
		case 'throttled':
			return refusal(throttling[protocol][0], 'Rate exceeded', throttling[protocol][1]);
		case 'internal error':
			return refusal('InternalFailure', 'An internal error occurred', 500);
		case 'unavailable':
			return refusal('ServiceUnavailable', 'Try again', 503);
		case 'reset':
			return { end: 'reset' };
		case 'silence':
			return { end: 'silence' };
		case 'hangs in the middle':
			return { written: whole(), end: 'hang' };
		case 'cut off':
			return { written: whole(), end: 'cut' };
		case 'cut off and called whole': {
			const { headers, body } = whole();
			return { written: { status: 200, headers, body: body.slice(0, body.length / 2) } };
		}
		case 'malformed':
			return instead(
				protocol.includes('json') ? '{"DBInstances":[{]' : '<A><B></A>',
				whole().headers['content-type'] ?? '',
			);
		case 'a web page':
			return instead(page, 'text/html; charset=utf-8');
		case 'nothing':
			return instead('', whole().headers['content-type'] ?? '');
		case 'denied':
			return refusal(refusing[protocol], `${who} because no identity-based policy allows it`, 403);
		case 'denied by a service control policy':
			return refusal(refusing[protocol], `${who} with an explicit deny in a service control policy`, 403);
		case 'denied by a permissions boundary':
			return refusal(refusing[protocol], `${who} because no permissions boundary allows it`, 403);
		case 'expired':
			return refusal(expired[protocol], 'The security token included in the request is expired', 403);
		case 'not enabled':
			return refusal(unknown[protocol], 'The security token included in the request is invalid', 403);
		case 'not subscribed':
			return refusal('SubscriptionRequiredException', 'The account is not signed up', 400);
		case 'unknown operation':
			return protocol === 'json' || protocol === 'rest-json'
				? refusal('UnknownOperationException', '', 400)
				: refusal('InvalidAction', 'Could not find operation', 400);
		case 'clock skew': {
			const { status, headers, body } = writeError(asked, 'RequestTimeTooSkewed', 'The clocks differ', 403);
			return {
				written: { status, headers: { ...headers, date: new Date(Date.now() + 3_600_000).toUTCString() }, body },
			};
		}
		case 'slow':
			return { written: whole(), after: 150 };
		// What a list does wrong is done where its pages are cut.
		case 'the same token again':
		case 'the first page again':
		case 'empty pages without end':
			return { written: whole() };
		default:
			return fault satisfies never;
	}
}
