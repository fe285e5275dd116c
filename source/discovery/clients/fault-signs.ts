export type FaultKind =
	| 'stopped'
	| 'overdue'
	| 'expired'
	| 'no-credentials'
	| 'skewed'
	| 'denied'
	| 'throttled'
	| 'rejected'
	| 'not-subscribed'
	| 'unsupported'
	| 'not-aws'
	| 'busy'
	| 'unreachable'
	| 'offline'
	| 'untrusted'
	| 'silent'
	| 'failed';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Names and codes by which AWS, the SDK and Node tell a fault; each protocol of AWS spells its own. First match wins. */
const signs: readonly (readonly [FaultKind, ReadonlySet<string>])[] = [
	['overdue', words('Overdue')],
	['stopped', words('AbortError')],
	['silent', words('Silence')],
	['not-aws', words('NotFromAws ERR_HTTP2_ERROR ERR_PROXY_TUNNEL')],
	['skewed', words('RequestTimeTooSkewed RequestInTheFuture')],
	['expired', words('ExpiredToken ExpiredTokenException RequestExpired TokenRefreshRequired')],
	['no-credentials', words('CredentialsProviderError TokenProviderError')],
	['not-subscribed', words('SubscriptionRequiredException OptInRequired NotSignedUp')],
	[
		'denied',
		words('AccessDenied AccessDeniedException AllAccessDisabled AuthorizationError UnauthorizedOperation Forbidden'),
	],
	[
		'throttled',
		words(
			`Throttling ThrottlingException ThrottledException RequestThrottled RequestThrottledException SlowDown
			RequestLimitExceeded TooManyRequestsException LimitExceededException BandwidthLimitExceeded
			ProvisionedThroughputExceededException PriorRequestNotComplete EC2ThrottledException`,
		),
	],
	['rejected', words('UnrecognizedClientException InvalidClientTokenId InvalidAccessKeyId AuthFailure InvalidToken')],
	[
		'unsupported',
		words('UnknownOperationException UnknownOperation InvalidAction NotImplemented NotImplementedError UnknownAction'),
	],
	[
		'untrusted',
		words(
			`DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY
			UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_HAS_EXPIRED CERT_UNTRUSTED ERR_TLS_CERT_ALTNAME_INVALID`,
		),
	],
	['offline', words('EAI_AGAIN ENETUNREACH')],
	['unreachable', words('ENOTFOUND ECONNREFUSED ECONNRESET EHOSTUNREACH ETIMEDOUT EPIPE TimeoutError')],
	['busy', words('InternalError InternalFailure InternalServerError ServiceUnavailable RequestTimeout')],
];

/** Every name and code that an error, its causes and its parts carry. */
export function signsOf(error: unknown): ReadonlySet<string> {
	const found = new Set<string>();
	const look = (one: unknown, depth: number): void => {
		if (typeof one !== 'object' || one === null || depth > 4) return;
		const fields = one as Readonly<Record<string, unknown>>;
		for (const sign of [fields.name, fields.code, fields.Code]) if (typeof sign === 'string') found.add(sign);
		look(fields.cause, depth + 1);
		if (Array.isArray(fields.errors)) for (const part of fields.errors) look(part, depth + 1);
	};
	look(error, 0);
	return found;
}

/** Which sort of fault an error is. */
export function sortOf(error: unknown): FaultKind {
	const given = signsOf(error);
	const said = error instanceof Error ? error.message : '';
	// The SDK gives all that takes too long one name; only this one had reached somebody.
	if (given.has('TimeoutError') && /requestTimeout|of inactivity/.test(said)) return 'silent';
	if (/signature (?:expired|not yet current)/i.test(said)) return 'skewed';
	// Both come under the name of a denial.
	if (/Macie is not enabled|Only existing .{1,60} customers/i.test(said)) return 'not-subscribed';
	for (const [kind, known] of signs) for (const sign of given) if (known.has(sign)) return kind;
	if (/Deserialization error|XML parse error|is not valid JSON/.test(said))
		return statusOf(error) >= 500 ? 'busy' : 'not-aws';
	if (/\baborted\b|socket hang up/.test(said)) return 'unreachable';
	const status = statusOf(error);
	if (status === 403) return 'denied';
	if (status === 407) return 'not-aws';
	if (status === 429) return 'throttled';
	if (status === 405 || status === 501) return 'unsupported';
	return status >= 500 ? 'busy' : 'failed';
}

/** HTTP status of the answer that an error stands for; 0 where there was none. */
function statusOf(error: unknown): number {
	const status = (error as { $metadata?: { httpStatusCode?: unknown } } | undefined)?.$metadata?.httpStatusCode;
	return typeof status === 'number' ? status : 0;
}

/** Policies as the messages of AWS call them; the first that is named counts. */
const layers = [
	'service control policy',
	'resource control policy',
	'permissions boundary',
	'session policy',
	'VPC endpoint policy',
	'explicit deny',
] as const;
export type Layer = (typeof layers)[number];

/** The layer that refuses, where the message of AWS names one that more permissions for the role cannot lift. */
export function layerOf(error: unknown): Layer | undefined {
	const said = error instanceof Error ? error.message : '';
	return layers.find((layer) => said.includes(layer));
}
