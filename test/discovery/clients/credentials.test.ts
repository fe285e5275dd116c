import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { credentialsOf } from '../../../source/discovery/clients/credentials.ts';

test('keys in the environment hold when no profile is named, whatever AWS_PROFILE says', async () => {
	const env = {
		AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
		AWS_SECRET_ACCESS_KEY: 'not-a-secret',
		AWS_SESSION_TOKEN: 'session',
		AWS_PROFILE: 'no-such-profile',
	};
	expect(await credentialsOf({ env, now: () => 0 })()).toEqual({
		accessKeyId: 'AKIDEXAMPLE',
		secretAccessKey: 'not-a-secret',
		sessionToken: 'session',
	});
});

test('a profile that is named wins over keys in the environment, and is told when it does not exist', async () => {
	const env = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret' };
	const credentials = credentialsOf({ profile: 'no-such-profile', env, now: () => 0 });
	await expect(credentials()).rejects.toThrow('Could not resolve credentials using profile: [no-such-profile]');
});

test('keys are asked for once, and again five minutes before they expire', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-keys-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const [config, keys, asked] = ['config', 'keys.json', 'asked'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	const expires = Date.now() + 3_600_000;
	const given = {
		Version: 1,
		AccessKeyId: 'AKIDEXAMPLE',
		SecretAccessKey: 'not-a-secret',
		Expiration: new Date(expires).toISOString(),
	};
	writeFileSync(keys, JSON.stringify(given));
	writeFileSync(config, `[profile vault]\ncredential_process = sh -c "echo asked >> ${asked}; cat ${keys}"\n`);
	let now = Date.now();
	const credentials = credentialsOf({ profile: 'vault', env: { AWS_CONFIG_FILE: config }, now: () => now });
	const times = () => readFileSync(asked, 'utf8').trim().split('\n').length;

	const found = await Promise.all([credentials(), credentials()]);
	expect(found.map(({ accessKeyId }) => accessKeyId)).toEqual(['AKIDEXAMPLE', 'AKIDEXAMPLE']);
	now = expires - 6 * 60_000;
	await credentials();
	expect(times()).toBe(1);
	now = expires - 4 * 60_000;
	await credentials();
	expect(times()).toBe(2);
});
