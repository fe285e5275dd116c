import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Invocation } from '../../../source/app/command.ts';
import { refresh } from '../../../source/app/commands/refresh.ts';
import { recordedHealth } from '../../peers/health.ts';

const identity = `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const server = createServer((request, response) => {
	request.resume();
	if (request.headers['x-amz-target'] === undefined) {
		response.writeHead(200, { 'content-type': 'text/xml' }).end(identity);
		return;
	}
	const serviceLifecycles = recordedHealth().flatMap((page) => page.serviceLifecycles);
	response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ serviceLifecycles }));
});

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'headwater-refresh-'));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const plant = `aws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = not-a-secret\nendpoint_url = ${url}\n`;
	await writeFile(
		join(folder, 'config'),
		`[profile plant]\n${plant}[profile mill]\n${plant}ca_bundle = ${join(folder, 'none.pem')}\n`,
	);
});
afterEach(async () => {
	server.closeAllConnections();
	server.close();
	await rm(folder, { recursive: true });
});

/** What is printed when the register is asked of AWS Health with a profile. */
async function asked(profile: string): Promise<string> {
	let printed = '';
	const invocation: Invocation = {
		version: 'test',
		env: {
			AWS_CONFIG_FILE: join(folder, 'config'),
			AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
			AWS_EC2_METADATA_DISABLED: 'true',
		},
		cwd: folder,
		home: new URL('../../../', import.meta.url),
		now: () => new Date(),
		interactive: false,
		columns: 100,
		signal: new AbortController().signal,
		print: (text) => {
			printed += text;
		},
		note: () => undefined,
		ask: () => Promise.reject(new Error('Nobody is there.')),
		values: { profile, 'as-of': '2026-12-01' },
		positionals: ['lifecycle'],
	};
	expect(await refresh.run(invocation)).toBe(0);
	return printed;
}

test('AWS Health is asked as the files of this machine say for the profile', async () => {
	expect(JSON.parse(await asked('plant')).services).toMatchObject({ snowball: { on: '2025-11-07' } });
});

test('the bundle of certificates that a profile names is read', async () => {
	await expect(asked('mill')).rejects.toThrow(/none\.pem/);
});
