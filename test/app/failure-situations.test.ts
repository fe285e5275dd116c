import { expect, test } from 'vitest';
import { scanReport } from '../../source/app/discovering/scan-report.ts';
import { notFromAws } from '../../source/discovery/clients/fault.ts';
import { discover } from '../../source/discovery/discover.ts';
import { today } from '../peers/reading.ts';
import { awsError, denied, type Table, tableCaller } from '../peers/table-caller.ts';
import { wholeAccount } from '../peers/whole-account.ts';

/** What is printed of an account in which a table of things goes wrong. */
async function printed(wrong: Table): Promise<string> {
	const estate = await discover({
		callers: [tableCaller({ ...wholeAccount, ...wrong })],
		regions: ['eu-central-1'],
		now: () => today,
		signal: new AbortController().signal,
	});
	return scanReport(estate, 'estate.json');
}
const node = (code: string, message: string): Error => Object.assign(new Error(message), { code });
const because = (layer: string): Error =>
	awsError(
		'AccessDeniedException',
		`User is not authorized to perform: logs:DescribeLogGroups with an explicit deny in a ${layer}`,
		403,
	);

/** Situations of one service: what is printed as their cause, and what as the way out. */
const situations: readonly (readonly [situation: string, error: Error, cause: RegExp, cure: RegExp])[] = [
	[
		'a denial',
		denied('logs:DescribeLogGroups'),
		/may not call logs:DescribeLogGroups/,
		/Allow it, or the whole read-only policy that `headwater policy` prints/,
	],
	[
		'a service control policy',
		because('service control policy'),
		/A service control policy of the organisation forbids logs:DescribeLogGroups/,
		/Ask whoever looks after it/,
	],
	[
		'a permissions boundary',
		because('permissions boundary'),
		/The permissions boundary of the role forbids/,
		/more permissions for the role do not help/,
	],
	['a policy of the session', because('session policy'), /The policy of the session forbids/, /Ask whoever/],
	['a policy of a VPC endpoint', because('VPC endpoint policy'), /The policy of a VPC endpoint forbids/, /Ask whoever/],
	[
		'no subscription',
		awsError('OptInRequired'),
		/has not signed up for logs in eu-central-1/,
		/Nothing to do if the service is not used/,
	],
	[
		'a region that is not enabled',
		awsError('UnrecognizedClientException'),
		/eu-central-1 does not know these credentials/,
		/Leave the region out, or enable it/,
	],
	[
		'throttling without end',
		awsError('ThrottlingException', 'Rate exceeded'),
		/AWS kept limiting logs:DescribeLogGroups/,
		/when less is going on/,
	],
	['a clock that is wrong', awsError('RequestTimeTooSkewed', 'skewed', 403), /clock/i, /clock/i],
	[
		'no name server',
		node('EAI_AGAIN', 'getaddrinfo EAI_AGAIN logs'),
		/No name server answers: this computer is offline/,
		/Look at the network/,
	],
	[
		'a host without a name',
		node('ENOTFOUND', 'getaddrinfo ENOTFOUND logs'),
		/cannot be reached: getaddrinfo ENOTFOUND/,
		/Nothing to do if the region does not offer the service/,
	],
	[
		'an endpoint where nobody listens',
		node('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'),
		/ECONNREFUSED 127.0.0.1:1/,
		/AWS_ENDPOINT_URL/,
	],
	[
		'a region that swallows every call',
		awsError('TimeoutError', 'no connection in 3 s'),
		/cannot be reached/,
		/Look at the network/,
	],
	['a broken connection', node('ECONNRESET', 'socket hang up'), /socket hang up/, /Look at the network/],
	[
		'an intercepted certificate',
		node('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'),
		/certificate that is not trusted/,
		/AWS_CA_BUNDLE/,
	],
	['a proxy that refuses', node('ERR_PROXY_TUNNEL', 'proxy said 407'), /was not AWS: proxy said 407/, /HTTPS_PROXY/],
	['a login page that says 200', notFromAws('a web page (200 text/html).'), /was not AWS: a web page/, /sign in there/],
	[
		'a page that is no JSON',
		new SyntaxError('Unexpected token <. Deserialization error'),
		/was not AWS/,
		/sign in there/,
	],
	[
		'an emulator that lacks the call',
		awsError('UnknownOperationException'),
		/does not know logs:DescribeLogGroups/,
		/AWS_ENDPOINT_URL/,
	],
	[
		'AWS itself is down',
		awsError('ServiceUnavailable', 'down', 503),
		/AWS failed to answer logs:DescribeLogGroups/,
		/--resume|again/,
	],
];

test.each(situations)('%s of one service: cause, way out, and all else is found', async (_, error, cause, cure) => {
	const whole = Number(/^(\d+) sources/.exec(await printed({}))?.[1]);
	const text = await printed({ DescribeLogGroups: error });
	expect(text).toMatch(cause);
	expect(text).toMatch(cure);
	expect(text.startsWith(`${whole - 1} sources found`)).toBe(true);
});

test('a session that expires keeps what was found until then, and says how to go on', async () => {
	let calls = 0;
	const expiring = Object.fromEntries(
		Object.entries(wholeAccount).map(([operation, row]) => [
			operation,
			(ask: never) => {
				calls += 1;
				if (calls > 60) return awsError('ExpiredToken', 'expired', 403);
				return typeof row === 'function' ? (row as (ask: never) => unknown)(ask) : row;
			},
		]),
	);
	const text = await printed(expiring);
	expect(Number(/^(\d+) source/.exec(text)?.[1])).toBeGreaterThan(5);
	expect(text).toMatch(/The credentials expired while this was read/);
	expect(text).toMatch(/aws sso login/);
});

test('a list that never ends is broken off and told; empty pages on the way are read over', async () => {
	const page = { logGroups: [{ logGroupArn: 'arn:web', logGroupName: '/web' }] };
	expect(await printed({ DescribeLogGroups: { ...page, nextToken: 'again' } })).toMatch(/it would never end/);
	const pages = [{ logGroups: [], nextToken: 'a' }, { logGroups: [], nextToken: 'b' }, page];
	const text = await printed({ DescribeLogGroups: () => pages.shift() });
	expect(text).toMatch(/ 1 {2}log-group/);
	expect(text).not.toMatch(/Not read/);
});

test('the same trouble in many places is told once, with how many', async () => {
	const text = await printed({
		DescribeDBInstances: denied('rds:DescribeDBInstances'),
		DescribeDBClusters: denied('rds:DescribeDBClusters'),
		'DescribeDBClusters docdb': denied('rds:DescribeDBClusters'),
		'DescribeDBClusters neptune': denied('rds:DescribeDBClusters'),
	});
	expect(text.match(/^Not read/gm)?.length).toBeLessThanOrEqual(2);
	expect(text).toMatch(/headwater policy --missing estate\.json/);
});
