import { createServer } from 'node:https';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openCaller } from '../../../source/discovery/clients/sdk-caller.ts';
import { noSharedFiles } from '../../../source/discovery/clients/shared-files.ts';
import { identityFor, openProxy } from '../../peers/machine.ts';

const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'eu-west-1' };
const identity =
	'<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

/** An AWS behind TLS, whose certificate nobody but its own authority knows: its port and the certificate of that authority. */
async function secured() {
	const { key, cert, ca } = identityFor(['localhost']);
	const server = createServer({ key, cert }, (_, response) => {
		response.writeHead(200, { 'content-type': 'text/xml', 'x-amzn-requestid': 'r' }).end(identity);
	});
	onTestFinished(() => void server.close());
	onTestFinished(() => server.closeAllConnections());
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return { port: (server.address() as AddressInfo).port, ca };
}

const opening = (env: Readonly<Record<string, string>>, ca?: string) =>
	openCaller({
		env: { ...keys, ...env, ...(ca === undefined ? {} : { AWS_CA_BUNDLE: 'bundle.pem' }) },
		now: () => new Date(),
		signal: new AbortController().signal,
		configuration: { shared: noSharedFiles, certificatesIn: async () => ca ?? '' },
	});

test('a certificate that nobody trusts is told with its cure; the bundle of the environment is trusted', async () => {
	const { port, ca } = await secured();
	const env = { AWS_ENDPOINT_URL: `https://localhost:${port}` };
	await expect(opening(env)).rejects.toMatchObject({
		message: expect.stringContaining('certificate that is not trusted'),
		wayOut: expect.stringContaining('AWS_CA_BUNDLE'),
	});
	expect((await opening(env, ca)).caller.account).toBe('123456789012');
});

test('HTTPS_PROXY is used, but for the hosts of NO_PROXY', async () => {
	const { port, ca } = await secured();
	const { url, hosts } = await openProxy((host) => `http://${host}`);
	const env = { AWS_ENDPOINT_URL: `https://localhost:${port}`, HTTPS_PROXY: url };
	expect((await opening(env, ca)).caller.account).toBe('123456789012');
	expect(hosts).toEqual([`localhost:${port}`]);
	expect((await opening({ ...env, NO_PROXY: 'localhost' }, ca)).caller.account).toBe('123456789012');
	expect(hosts).toHaveLength(1);
});

test('a proxy that refuses is told as one', async () => {
	const { port, ca } = await secured();
	const server = createTcp((socket) =>
		socket.on('error', () => undefined).end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
	);
	onTestFinished(() => void server.close());
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	await expect(opening({ AWS_ENDPOINT_URL: `https://localhost:${port}`, HTTPS_PROXY: url }, ca)).rejects.toMatchObject({
		code: 'not-aws',
	});
});
