import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cli, type Ended } from './program.ts';

/** A computer of somebody: a home folder with its shared files, and a folder to work in. */
export interface Machine {
	readonly home: string;
	/** Runs the built program there, with nothing in its environment but what is given. */
	run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
}

/** A computer whose home holds these files; it is gone when the test is over. */
export function machine(files: Readonly<Record<string, string>> = {}): Machine {
	const home = mkdtempSync(join(tmpdir(), 'headwater-home-'));
	onTestFinished(() => rmSync(home, { recursive: true }));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(home, path, '..'), { recursive: true });
		writeFileSync(join(home, path), text);
	}
	return {
		home,
		run: (args, env = {}) =>
			new Promise((resolve, reject) => {
				const child = spawn(process.execPath, [cli, ...args], {
					cwd: home,
					env: { PATH: process.env.PATH ?? '', HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...env },
					stdio: ['ignore', 'pipe', 'pipe'],
				});
				const told = { stdout: '', stderr: '' };
				for (const name of ['stdout', 'stderr'] as const) {
					child[name].setEncoding('utf8').on('data', (part: string) => {
						told[name] += part;
					});
				}
				child.on('error', reject);
				child.on('close', (status) => resolve({ status, ...told }));
			}),
	};
}

/** What a server needs to speak TLS, and the certificate of who vouches for it. */
export interface Identity {
	readonly key: string;
	readonly cert: string;
	readonly ca: string;
}

/** A key and a certificate for hosts, issued by somebody of that name whom nobody knows. */
export function identityFor(hosts: readonly string[], issuer = 'Plant Security Gateway'): Identity {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-tls-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const at = (name: string) => join(folder, name);
	const openssl = (...args: string[]) => {
		const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
		if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
	};
	const fresh = ['-newkey', 'rsa:2048', '-nodes'];
	openssl(
		'req',
		'-x509',
		...fresh,
		'-days',
		'2',
		'-subj',
		`/O=${issuer}/CN=${issuer} Root`,
		'-keyout',
		at('ca.key'),
		'-out',
		at('ca.pem'),
	);
	openssl('req', ...fresh, '-subj', `/CN=${hosts[0]}`, '-keyout', at('key.pem'), '-out', at('request.pem'));
	writeFileSync(at('names'), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`);
	openssl(
		'x509',
		'-req',
		'-in',
		at('request.pem'),
		'-CA',
		at('ca.pem'),
		'-CAkey',
		at('ca.key'),
		'-CAcreateserial',
		'-days',
		'2',
		'-extfile',
		at('names'),
		'-out',
		at('cert.pem'),
	);
	const [key, own, ca] = ['key.pem', 'cert.pem', 'ca.pem'].map((name) => readFileSync(at(name), 'utf8')) as [
		string,
		string,
		string,
	];
	return { key, cert: own + ca, ca };
}

/** A proxy, and the hosts that it was asked for. */
export interface Proxy {
	readonly url: string;
	readonly hosts: readonly string[];
}

/** A proxy on a port of this machine. Tunnels end where `to` says: at that address, or in a refusal with that status. */
export async function openProxy(to: (host: string) => string | number): Promise<Proxy> {
	const hosts: string[] = [];
	const open = new Set<Socket>();
	const server = createHttp().on('connect', (request, socket: Socket) => {
		open.add(socket.on('error', () => undefined));
		hosts.push(request.url ?? '');
		const end = to(request.url ?? '');
		if (typeof end === 'number') {
			socket.end(`HTTP/1.1 ${end} No\r\n\r\n`);
			return;
		}
		const { hostname, port } = new URL(end);
		const onward = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname, () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			onward.pipe(socket).pipe(onward);
		});
		open.add(onward.on('error', () => undefined));
	});
	onTestFinished(() => void server.close());
	onTestFinished(() => {
		for (const one of open) one.destroy();
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hosts };
}
