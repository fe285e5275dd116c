import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAccounts } from '../../../source/app/discovering/find-estate.ts';
import { openAws } from '../../peers/aws/server.ts';
import { pointedTo } from '../../peers/emulator.ts';

const region = 'eu-central-1';
const seeded = { account: '123456789012', regions: [region], page: 100, count: () => 2 };

/** Reads an account whose first keys expire in the middle; its provider gives the nth of some keys each time it is asked. */
async function readWith(keys: (nth: number) => string) {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-renewed-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const [config, asked, provider] = ['config', 'asked', 'provider.mjs'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	const times = (): number => (existsSync(asked) ? readFileSync(asked, 'utf8').length : 0);
	const given = JSON.stringify([keys(1), keys(2)]);
	writeFileSync(
		provider,
		`import { appendFileSync, readFileSync } from 'node:fs';
		appendFileSync('${asked}', '.');
		const AccessKeyId = ${given}[readFileSync('${asked}', 'utf8').length - 1] ?? ${given}[1];
		console.log(JSON.stringify({ Version: 1, AccessKeyId, SecretAccessKey: 'not-a-secret' }));`,
	);
	writeFileSync(config, `[profile plant]\ncredential_process = "${process.execPath}" "${provider}"\n`);
	const expiredAfter = 30;
	let calls = 0;
	const aws = await openAws([seeded], {
		strike() {
			calls += 1;
			return calls > expiredAfter && (times() < 2 || keys(1) === keys(2)) ? 'expired' : undefined;
		},
	});
	onTestFinished(() => aws.close());
	const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...env } = pointedTo(aws.url);
	const estate = await readAccounts(
		{ profiles: ['plant'], regions: [region] },
		{ env: { ...env, AWS_CONFIG_FILE: config }, now: () => new Date(), signal: new AbortController().signal },
		() => {},
	);
	return { estate, asked: times(), calls: aws.asked.length };
}

test('keys that expire in the middle are asked for once more, and everything is read', async () => {
	const { estate, asked } = await readWith((nth) => `AKIDEXAMPLE${nth}`);
	expect(estate.scanned.filter(({ state }) => state !== 'ok' && state !== 'empty')).toEqual([]);
	expect(asked).toBe(2);
});

test('where the provider has no others, the account ends and what was read is kept', async () => {
	const { estate, asked, calls } = await readWith(() => 'AKIDEXAMPLE');
	const [read, lost] = [
		estate.scanned.filter(({ state }) => state === 'ok' || state === 'empty'),
		estate.scanned.filter(({ state }) => state === 'failed'),
	];
	expect(read.length).toBeGreaterThan(0);
	expect(lost.length).toBeGreaterThan(0);
	expect(read.length + lost.length).toBe(estate.scanned.length);
	expect(estate.gaps.map(({ why }) => why)).toContain('The credentials expired while this was read.');
	expect(asked).toBe(2);
	// Those under way at the time are refused as well, and nothing after them is asked.
	expect(calls).toBeLessThan(30 + 100);
});
