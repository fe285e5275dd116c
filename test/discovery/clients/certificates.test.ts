import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect, createServer as createTcp, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCaller } from '../../../source/discovery/clients/sdk-caller.ts';
import { noSharedFiles } from '../../../source/discovery/clients/shared-files.ts';

const keys = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'eu-west-1' };
const identity =
	'<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

/** An AWS behind TLS, whose certificate nobody but its own authority knows: its address and the certificate. */
async function secured() {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-tls-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
	const made = [
		'req',
		'-x509',
		'-newkey',
		'rsa:2048',
		'-nodes',
		'-days',
		'2',
		'-keyout',
		key,
		'-out',
		cert,
		...subject,
	];
	expect(spawnSync('openssl', made).status).toBe(0);
	const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
		response.writeHead(200, { 'content-type': 'text/xml', 'x-amzn-requestid': 'r' }).end(identity);
	});
	onTestFinished(() => void server.close());
	onTestFinished(() => server.closeAllConnections());
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return { port: (server.address() as AddressInfo).port, ca: readFileSync(cert, 'utf8') };
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

/** A proxy that lets everything through, and the hosts that it was asked for. */
async function proxy() {
	const hosts: string[] = [];
	const open = new Set<Socket>();
	const server = createHttp().on('connect', (request, socket: Socket) => {
		hosts.push(request.url ?? '');
		const [host, port] = (request.url ?? '').split(':');
		const onward = connect(Number(port), host === 'localhost' ? '127.0.0.1' : host, () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			onward.pipe(socket).pipe(onward);
		});
		for (const one of [socket, onward]) open.add(one.on('error', () => undefined));
	});
	onTestFinished(() => void server.close());
	onTestFinished(() => {
		for (const one of open) one.destroy();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hosts };
}

test('HTTPS_PROXY is used, but for the hosts of NO_PROXY', async () => {
	const { port, ca } = await secured();
	const { url, hosts } = await proxy();
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
