import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfiguration } from '../../../source/app/configuration.ts';
import { type AccountScope, openAccounts } from '../../../source/discovery/clients/open-accounts.ts';

/** Keys of this AWS name the account that they belong to: AKIA-111111111111. */
const accountOf = ({ headers }: IncomingMessage): string =>
	/Credential=AKIA-(\d{12})/.exec(headers.authorization ?? '')?.[1] ?? '';

const refused = (code: string) =>
	`<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;
const keysFor = (account: string) =>
	`<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIA-${account}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;

/** An AWS with an organisation of four accounts, of which one is suspended and one lacks the role. */
async function organisation({ regions = true, lists = true } = {}) {
	const roles: string[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (part) => {
			body += part;
		});
		request.on('end', () => {
			const account = accountOf(request);
			const say = (status: number, type: string, text: string) =>
				response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': 'r' }).end(text);
			const role = /RoleArn=([^&]+)/.exec(body)?.[1];
			if (role) {
				const arn = decodeURIComponent(role);
				roles.push(arn);
				const [, to = ''] = /::(\d{12}):/.exec(arn) ?? [];
				if (to === '333333333333') return say(403, 'text/xml', refused('AccessDenied'));
				return say(200, 'text/xml', keysFor(to));
			}
			if (body.includes('GetCallerIdentity')) {
				return say(
					200,
					'text/xml',
					`<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
				);
			}
			if (body.includes('DescribeRegions')) {
				if (!regions)
					return say(
						403,
						'text/xml',
						'<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>',
					);
				const items = ['us-east-1', 'ap-south-1', 'eu-west-1'].map(
					(name) => `<item><regionName>${name}</regionName></item>`,
				);
				return say(
					200,
					'text/xml',
					`<DescribeRegionsResponse><regionInfo>${items.join('')}</regionInfo></DescribeRegionsResponse>`,
				);
			}
			if (!lists) return say(400, 'application/x-amz-json-1.1', '{"__type":"AccessDeniedException","message":"no"}');
			const first = !body.includes('more');
			const accounts = first
				? [
						{ Id: '111111111111', Status: 'ACTIVE' },
						{ Id: '222222222222', Status: 'ACTIVE' },
					]
				: [
						{ Id: '333333333333', Status: 'ACTIVE' },
						{ Id: '444444444444', Status: 'SUSPENDED' },
					];
			return say(
				200,
				'application/x-amz-json-1.1',
				JSON.stringify({ Accounts: accounts, ...(first ? { NextToken: 'more' } : {}) }),
			);
		});
	});
	onTestFinished(() => void server.close());
	onTestFinished(() => server.closeAllConnections());
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, roles };
}

async function opening(url: string, scope: Partial<AccountScope>) {
	const folder = mkdtempSync(join(tmpdir(), 'headwater-accounts-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const profile = (name: string, account: string) =>
		`[${name}]\naws_access_key_id = AKIA-${account}\naws_secret_access_key = s\n`;
	writeFileSync(join(folder, 'credentials'), `${profile('one', '111111111111')}${profile('two', '222222222222')}`);
	writeFileSync(join(folder, 'config'), '[profile broken]\ncredential_process = /bin/false\n');
	const env = {
		AWS_ENDPOINT_URL: url,
		AWS_REGION: 'eu-west-1',
		AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
		AWS_CONFIG_FILE: join(folder, 'config'),
	};
	const { opened, gaps } = await openAccounts(
		{ profiles: ['one'], regions: [], ...scope },
		{ env, now: () => new Date(), signal: new AbortController().signal, configuration: await readConfiguration(env) },
	);
	return { opened: opened.map(({ caller, regions }) => [caller.account, ...regions]), gaps };
}

test('a profile that is broken stops no other, and is told with the way out', async () => {
	const { url } = await organisation();
	const { opened, gaps } = await opening(url, { profiles: ['one', 'broken', 'two'] });
	expect(opened).toEqual([
		['111111111111', 'eu-west-1'],
		['222222222222', 'eu-west-1'],
	]);
	expect(gaps).toEqual([
		{
			about: 'profile broken',
			why: expect.stringContaining('The credential_process of the profile "broken" failed'),
			cure: 'Run its command by hand: it has to print JSON with Version 1, AccessKeyId and SecretAccessKey.',
		},
	]);
});

test('where no profile opens, the first fault is thrown', async () => {
	const { url } = await organisation();
	await expect(opening(url, { profiles: ['broken', 'nope'] })).rejects.toMatchObject({ code: 'broken-process' });
});

test('all regions are those that the account says are enabled, its own first', async () => {
	const { url } = await organisation();
	const { opened, gaps } = await opening(url, { regions: ['all'] });
	expect({ opened, gaps }).toEqual({ opened: [['111111111111', 'eu-west-1', 'ap-south-1', 'us-east-1']], gaps: [] });
});

test('an account that does not say its regions is read in its own, and that is a gap', async () => {
	const { url } = await organisation({ regions: false });
	const { opened, gaps } = await opening(url, { regions: ['all'] });
	expect(opened).toEqual([['111111111111', 'eu-west-1']]);
	expect(gaps).toEqual([
		{
			about: '111111111111/eu-west-1/regions',
			action: 'ec2:DescribeRegions',
			why: 'These credentials may not call ec2:DescribeRegions. Only eu-west-1 was read.',
			cure: 'Name the regions with --region, or allow ec2:DescribeRegions.',
		},
	]);
});

test('of an organisation every active account is opened by its role; one without the role is a gap', async () => {
	const { url, roles } = await organisation();
	const { opened, gaps } = await opening(url, { organization: 'readers/headwater-{account}', regions: ['eu-west-1'] });
	expect(opened).toEqual([
		['111111111111', 'eu-west-1'],
		['222222222222', 'eu-west-1'],
	]);
	expect(roles.toSorted()).toEqual([
		'arn:aws:iam::222222222222:role/readers/headwater-222222222222',
		'arn:aws:iam::333333333333:role/readers/headwater-333333333333',
	]);
	expect(gaps.map(({ about, why }) => [about, why])).toEqual([
		[
			'account 333333333333',
			'The role arn:aws:iam::333333333333:role/readers/headwater-333333333333 cannot be assumed: AccessDenied.',
		],
	]);
});

test('an account that may not list the organisation says who may', async () => {
	const { url } = await organisation({ lists: false });
	await expect(opening(url, { organization: 'headwater' })).rejects.toMatchObject({
		code: 'no-organization',
		message:
			'The accounts of the organisation cannot be listed: These credentials may not call organizations:ListAccounts.',
	});
});
