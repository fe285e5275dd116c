import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openCaller } from '../../../source/discovery/clients/sdk-caller.ts';
import { askHealth, healthRegion, lifecycleCall } from '../../../source/discovery/registers/ask-health.ts';
import { recordedHealth } from '../../peers/health.ts';

const servers: { close(): void }[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;

interface Asked {
	readonly headers: IncomingHttpHeaders;
	readonly input: { readonly maxResults?: number; readonly nextToken?: string };
}

/** AWS Health on the loopback: pages of a recorded answer, or a refusal; and what it was asked. */
async function health(answer: (token: string | undefined) => { readonly status?: number; readonly body: unknown }) {
	const asked: Asked[] = [];
	const server = createServer(async (request, response) => {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part as Buffer);
		const body = Buffer.concat(parts).toString();
		if (request.headers['x-amz-target'] === undefined) {
			response.writeHead(200, { 'content-type': 'text/xml' }).end(identity);
			return;
		}
		const input = JSON.parse(body) as Asked['input'];
		asked.push({ headers: request.headers, input });
		const { status = 200, body: text } = answer(input.nextToken);
		response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(text));
	});
	servers.push(server);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const signal = new AbortController().signal;
	const { caller } = await openCaller({
		env: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret', AWS_ENDPOINT_URL: url },
		region: healthRegion,
		signal,
		now: () => new Date(),
		besides: [lifecycleCall],
	});
	return { asked, entries: () => askHealth(caller, signal), caller, signal };
}

test('the register is read page by page, signed for AWS Health', async () => {
	const pages = recordedHealth();
	const { asked, entries } = await health((token) => ({
		body: pages[token === undefined ? 0 : Number(token.slice(-1))],
	}));
	expect((await entries()).map(({ title }) => title)).toEqual(
		pages.flatMap(({ serviceLifecycles }) => serviceLifecycles.map(({ title }) => title)),
	);
	expect(asked.map(({ input }) => input)).toEqual([{ maxResults: 20 }, { maxResults: 20, nextToken: 'page-1' }]);
	for (const { headers } of asked) {
		expect(headers['x-amz-target']).toBe('AWSHealth_20160804.DescribeServiceLifecycle');
		expect(headers.authorization).toMatch(
			/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/health\/aws4_request, SignedHeaders=\S*x-amz-target\S*, Signature=[0-9a-f]{64}$/,
		);
	}
});

test.each([
	['SubscriptionRequiredException', /answers customers of AWS Support plans only/, /--from/],
	['AccessDeniedException', /may not call health:DescribeServiceLifecycle/, /Allow it/],
	['UnknownOperationException', /does not know health:DescribeServiceLifecycle/, /./],
])('%s is told with the way out', async (name, message, wayOut) => {
	const { entries } = await health(() => ({ status: 400, body: { __type: `com.amazonaws#${name}`, message: name } }));
	await expect(entries()).rejects.toMatchObject({
		code: 'no-register',
		message: expect.stringMatching(message),
		wayOut: expect.stringMatching(wayOut),
	});
});

test('an answer without a register is no register', async () => {
	const { entries } = await health(() => ({ body: { hello: 'you' } }));
	await expect(entries()).rejects.toThrow(/not AWS|carries no serviceLifecycles/);
});

test('nothing else of AWS Health passes the guard', async () => {
	const { caller, signal } = await health(() => ({ body: {} }));
	await expect(
		caller.call({ service: 'health', operation: 'DescribeEvents', region: healthRegion, input: {}, signal }),
	).rejects.toMatchObject({ code: 'refused-call' });
});
