import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openCaller } from '../../../source/discovery/clients/sdk-caller.ts';

const servers: { close(): void }[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

interface Answer {
	readonly status?: number;
	readonly type?: string;
	readonly body: string;
}

/** Something that listens where the environment says that AWS is, and what it was asked. */
async function endpoint(answer: (body: string, path: string) => Answer) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (part) => {
			body += part;
		});
		request.on('end', () => {
			asked.push(`${request.method} ${request.url} ${request.headers.authorization?.split('/')[2]}`);
			const { status = 200, type = 'text/xml', body: text } = answer(body, request.url ?? '');
			response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': 'r-1' }).end(text);
		});
	});
	servers.push(server);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { url, asked };
}

const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret' };
const open = (env: Readonly<Record<string, string>>, more: { region?: string; profile?: string } = {}) =>
	openCaller({ env: { ...keys, ...env }, signal: new AbortController().signal, now: () => new Date(), ...more });

const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/reader</Arn><UserId>x</UserId></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
const refusal = (code: string) =>
	`<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

test('an account is opened with the region that is asked for, before that of the environment', async () => {
	const { url, asked } = await endpoint(() => ({ body: identity }));
	const { caller, regions } = await open(
		{ AWS_ENDPOINT_URL: url, AWS_REGION: 'us-east-1' },
		{ region: 'eu-central-1' },
	);
	expect({ account: caller.account, regions, asked }).toEqual({
		account: '123456789012',
		regions: ['eu-central-1'],
		asked: ['POST / eu-central-1'],
	});
});

test.each([
	[{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-east-1' }, 'eu-west-1'],
	[{ AWS_DEFAULT_REGION: 'us-east-1' }, 'us-east-1'],
])('the region comes from the environment: %j', async (env, region) => {
	const { url } = await endpoint(() => ({ body: identity }));
	expect((await open({ AWS_ENDPOINT_URL: url, ...env })).regions).toEqual([region]);
});

test('buckets are asked for by path, in pages, and only what is declared is sent', async () => {
	const { url, asked } = await endpoint((_, path) => ({
		body: path === '/' ? identity : '<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>',
	}));
	const { caller } = await open({ AWS_ENDPOINT_URL: url, AWS_REGION: 'eu-central-1' });
	const region = 'eu-central-1';
	await caller.call({ service: 's3', operation: 'ListBuckets', region, input: { MaxBuckets: 1000 } });
	await caller.call({ service: 's3', operation: 'GetBucketVersioning', region: 'us-east-1', input: { Bucket: 'a.b' } });
	await expect(
		caller.call({ service: 's3', operation: 'GetObject', region, input: { Bucket: 'a', Key: 'b' } }),
	).rejects.toMatchObject({ code: 'refused-call' });
	expect(asked).toEqual([
		'POST / eu-central-1',
		'GET /?max-buckets=1000&x-id=ListBuckets eu-central-1',
		'GET /a.b/?versioning= us-east-1',
	]);
});

test.each([
	['an expired token', { status: 403, body: refusal('ExpiredToken') }, 'expired-token'],
	['a key that AWS does not know', { status: 403, body: refusal('InvalidClientTokenId') }, 'rejected-credentials'],
	['a login page that says 200', { type: 'text/html', body: '<html><body>Sign in</body></html>' }, 'not-aws'],
	['nothing at all that says 200', { body: '' }, 'not-aws'],
	['a proxy that wants a password', { status: 407, type: 'text/html', body: '<html><p>Proxy</html>' }, 'not-aws'],
])('%s opens no account', async (_, answer, code) => {
	const { url } = await endpoint(() => answer);
	await expect(open({ AWS_ENDPOINT_URL: url, AWS_REGION: 'eu-central-1' })).rejects.toMatchObject({
		name: 'HeadwaterError',
		code,
	});
});

test('nobody who listens is told with the address', async () => {
	await expect(open({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_REGION: 'eu-central-1' })).rejects.toMatchObject({
		code: 'unreachable',
		message: 'sts in eu-central-1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
		wayOut: 'Look at the network, the VPN, HTTPS_PROXY and AWS_ENDPOINT_URL, then discover again.',
	});
});
