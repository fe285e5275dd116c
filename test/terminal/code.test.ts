import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openAws } from '../peers/aws/server.ts';
import { keys, openTerminal } from '../peers/terminal.ts';

const device = 'arn:aws:iam::123456789012:mfa/ana';
const config = `[profile ml]
region = eu-central-1
role_arn = arn:aws:iam::123456789012:role/reader
source_profile = base
mfa_serial = ${device}
[profile base]
aws_access_key_id = AKIA-111111111111
aws_secret_access_key = not-a-secret
`;

/** The program in a terminal, on a computer whose profile wants a code, before an AWS that takes 123456. */
async function started(args: readonly string[]) {
	const aws = await openAws([{ account: '123456789012', regions: ['eu-central-1'], count: () => 1, page: 2 }], {
		roles: (form) => form.get('TokenCode') === '123456' && form.get('SerialNumber') === device,
	});
	const home = mkdtempSync(join(tmpdir(), 'headwater-code-'));
	mkdirSync(join(home, '.aws'));
	writeFileSync(join(home, '.aws', 'config'), config);
	const env = { HOME: home, XDG_STATE_HOME: join(home, 'state'), AWS_ENDPOINT_URL: aws.url };
	const terminal = openTerminal(args, { cwd: home, env, columns: 100, rows: 30 });
	onTestFinished(async () => {
		terminal.kill();
		await terminal.ended;
		await aws.close();
		rmSync(home, { recursive: true });
	});
	return terminal;
}

test('discover asks for the code in a line of the terminal, and once more for what is none', async () => {
	const terminal = await started(['discover', '--profile', 'ml', '-o', 'estate.json', '--exclude', 's3-*']);
	await terminal.waitFor(`Multi-factor code for ${device}`);
	terminal.press('12345', keys.enter);
	await terminal.waitFor(/\(six digits[\s\S]*\(six digits/);
	terminal.press('123456', keys.enter);
	await terminal.waitFor('The estate is in estate.json');
	expect(await terminal.ended).toBeLessThan(2);
});

test('a code that AWS does not take is told with what to do', async () => {
	const terminal = await started(['discover', '--profile', 'ml']);
	await terminal.waitFor(`Multi-factor code for ${device}`);
	terminal.press('654321', keys.enter);
	await terminal.waitFor(/AWS does not take the multi-factor code for [\s\S]*Wait for the next code/);
	expect(await terminal.ended).toBe(2);
});

test('without input nothing is asked', async () => {
	const terminal = await started(['discover', '--profile', 'ml', '--no-input']);
	await terminal.waitFor('nobody is there to type one');
	expect(await terminal.ended).toBe(2);
});

test('the guided session asks for the code on a screen of its own, under the banner of the endpoint', async () => {
	const terminal = await started([]);
	await terminal.waitFor('My AWS account');
	terminal.press(keys.enter);
	await terminal.waitFor('What to look at');
	terminal.press(keys.enter);
	await terminal.waitFor('AWS wants a code');
	await terminal.waitFor('Endpoint override active: http://127.0.0.1:');
	terminal.press('123456', keys.enter);
	await terminal.waitFor(/Done .*\d+ sources/, 30_000);
});
