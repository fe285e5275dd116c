import { expect } from 'vitest';
import { notFromAws } from '../../../source/discovery/clients/fault.ts';
import { identityFor, openProxy } from '../../peers/machine.ts';
import { awsError } from '../../peers/table-caller.ts';
import { account, aws, clients, inMemory, inOne, keys, only, program, type Row, region } from './row.ts';

const local = ['--folder', 'data'];
const data = { 'data/orders.csv': 'id,amount\n1,2\n' };
const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

/** A computer on which no name is ever found: what the name server says, and nothing else, is played. */
const withoutNames = (code: string): Readonly<Record<string, string>> => {
	const hook = `import dns from 'node:dns';import{syncBuiltinESMExports as s}from'node:module';
dns.lookup=(host,options,done)=>queueMicrotask(()=>(done??options)(Object.assign(new Error('getaddrinfo ${code} '+host),{code:'${code}'})));s();`;
	return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };
};

/** AWS under its own names behind a proxy that everybody has to go through, and the certificate that its answers carry. */
async function behindProxy(hosts: readonly string[] = [`*.${region}.amazonaws.com`]) {
	const identity = identityFor(hosts);
	const { url, asked } = await aws({ identity });
	const proxy = await openProxy((host) => (host.endsWith('amazonaws.com:443') ? url : 502));
	return { proxy, asked, identity, env: { ...keys, HTTPS_PROXY: proxy.url } };
}

/** Situations in which AWS is not reached, or somebody else answers. */
export const network: readonly Row[] = [
	{
		situation: 'a region that does not exist',
		form: 'mistyped, with no other',
		happens: () => program(['--region', 'us-esat-1', ...local], { ...keys, ...withoutNames('ENOTFOUND') }, data),
		cause: /There is no AWS region "us-esat-1" that answers\./,
		fix: /Did you mean us-east-1\? {2}--region us-east-1/,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'a region that does not exist',
		form: 'mistyped, beside one that does',
		happens: async () => {
			const { env, identity } = await behindProxy();
			const args = [...only(), '--region', region, '--region', 'eu-centrall-1'];
			return program(args, { ...env, AWS_CA_BUNDLE: '~/ca.pem' }, { 'ca.pem': identity.ca });
		},
		cause: /Not read: 123456789012\/eu-centrall-1\. There is no AWS region "eu-centrall-1" that answers\./,
		fix: /Did you mean eu-central-1\? {2}--region eu-central-1/,
		worked: /^6 sources found/m,
		status: 1,
	},
	{
		situation: 'a region that does not exist',
		form: 'with signs that no host has',
		happens: () => program(['--region', 'us east 1', ...local], keys, data),
		cause: /There is no AWS region "us east 1" that answers\./,
		fix: /Regions are named like eu-central-1\.|Did you mean us-east-1/,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'a region that does not exist',
		form: 'or none at all',
		happens: () =>
			program(
				['--profile', 'ml', ...local],
				{},
				{ ...data, '.aws/credentials': '[ml]\naws_access_key_id = a\naws_secret_access_key = b\n' },
			),
		cause: /No AWS region is set for the profile "ml"\./,
		fix: /Name one with --region, in AWS_REGION, or as `region` of the profile\./,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'a clock that is wrong',
		form: 'by an hour, whatever is done',
		happens: () => account({ strike: ({ service }) => (service === 'logs' ? 'clock skew' : undefined) }),
		cause: /The clock of this computer is 60 minutes behind the clock of AWS, so that AWS refuses signed calls\./,
		fix: /Set the clock \(`sudo timedatectl set-ntp true`\), then discover again with --resume\./,
		worked: /^4 sources found/m,
		status: 1,
	},
	{
		situation: 'a clock that is wrong',
		form: 'by an hour, and put right by the first answer',
		happens: () => {
			let asked = 0;
			return account({ strike: ({ service }) => (service === 'logs' && ++asked === 1 ? 'clock skew' : undefined) });
		},
		cause: /^6 sources found/m,
		fix: /headwater plan --estate estate\.json/,
		worked: /log-group/,
		status: 0,
	},
	{
		situation: 'a proxy that has to be used',
		form: 'and is, but for what NO_PROXY names',
		happens: async () => {
			const { env, proxy, identity, asked } = await behindProxy();
			const trusting = { ...env, AWS_CA_BUNDLE: '~/ca.pem' };
			const printed = await program(only(), trusting, { 'ca.pem': identity.ca });
			expect(new Set(proxy.hosts)).toContain(`sts.${region}.amazonaws.com:443`);
			expect(new Set(proxy.hosts).size).toBe(5);
			const made = asked.length;
			const around = await program(
				[...only(), '--region', region, ...local],
				{ ...trusting, NO_PROXY: '.amazonaws.com', ...withoutNames('EAI_AGAIN') },
				{ 'ca.pem': identity.ca, ...data },
			);
			expect(asked).toHaveLength(made);
			return { ...printed, text: printed.text + around.text };
		},
		cause: /No name server answers/,
		fix: /Look at the network and the VPN/,
		worked: /^6 sources found/m,
		status: 0,
	},
	{
		situation: 'a proxy that has to be used',
		form: 'and wants a password',
		happens: async () => {
			const { url } = await openProxy(() => 407);
			const proxy = url.replace('//', '//ana:hush@');
			return program(['--region', region, ...local], { ...keys, HTTPS_PROXY: proxy }, data);
		},
		cause: /was not AWS: the proxy 127\.0\.0\.1:\d+ answered 407 \(it wants a name and a password\)\./,
		fix: /Put HTTPS_PROXY right \(http:\/\/NAME:PASSWORD@HOST:PORT\), or name hosts that need no proxy in NO_PROXY\./,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'a proxy that has to be used',
		form: 'and is not there',
		happens: () => program(['--region', region, ...local], { ...keys, HTTPS_PROXY: '127.0.0.1:1' }, data),
		cause: /cannot be reached: the proxy 127\.0\.0\.1:1 cannot be reached: connect ECONNREFUSED/,
		fix: /Look at the network, the VPN, HTTPS_PROXY and AWS_ENDPOINT_URL/,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'a certificate of somebody in between',
		form: 'whose issuer is named',
		happens: async () => {
			const { env } = await behindProxy();
			return program(['--region', region, ...local], env, data);
		},
		cause:
			/shows a certificate that is not trusted: self-signed certificate in certificate chain, issued by "Plant Security Gateway Root, Plant Security Gateway"\./,
		fix: /Where a proxy opens TLS, name its certificate in AWS_CA_BUNDLE or as ca_bundle of the profile/,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'a certificate of somebody in between',
		form: 'that the profile trusts by its ca_bundle',
		happens: async () => {
			const { env, identity } = await behindProxy();
			const { AWS_ACCESS_KEY_ID: _, ...proxied } = env;
			const key = 'aws_access_key_id = a\naws_secret_access_key = b\n';
			return program([...only(), '--profile', 'ml'], proxied, {
				'.aws/config': `[profile ml]\nca_bundle = ~/corporate.pem\n${key}`,
				'corporate.pem': identity.ca,
			});
		},
		cause: /^6 sources found/m,
		fix: /headwater plan --estate estate\.json/,
		worked: /dynamodb-table/,
		status: 0,
	},
	{
		situation: 'a certificate of somebody in between',
		form: 'that Node trusts, beside the bundle of the environment',
		happens: async () => {
			const { env, identity } = await behindProxy();
			const files = { 'gateway.pem': identity.ca, 'other.pem': identityFor(['other.example']).ca };
			return program(only(), { ...env, AWS_CA_BUNDLE: '~/other.pem', NODE_EXTRA_CA_CERTS: './gateway.pem' }, files);
		},
		cause: /^6 sources found/m,
		fix: /headwater plan --estate estate\.json/,
		worked: /dynamodb-table/,
		status: 0,
	},
	{
		situation: 'a certificate of somebody in between',
		form: 'with a bundle that is not there',
		happens: () => program(['--region', region, ...local], { ...keys, AWS_CA_BUNDLE: '/nowhere/ca.pem' }, data),
		cause: /The bundle of certificates \/nowhere\/ca\.pem could not be read: there is no such file\./,
		fix: /Check the path and its permissions\./,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'no network',
		form: 'told once, with what is known from before',
		happens: async () => {
			const printed = await program([], { ...keys, ...withoutNames('EAI_AGAIN') }, { 'estate.json': '{}' });
			expect(printed.text.match(/offline/g)).toHaveLength(1);
			return printed;
		},
		cause: /No name server answers: this computer is offline/,
		fix: /Look at the network and the VPN, then discover again with --resume\./,
		worked: /What was found before still stands in estate\.json: {2}headwater plan --estate estate\.json/,
		status: 2,
	},
	{
		situation: 'no network',
		form: 'that goes away in the middle, told once',
		happens: async () => {
			const away = coded('EAI_AGAIN', 'getaddrinfo EAI_AGAIN x.amazonaws.com');
			const lists = ['DescribeLogGroups', 'DescribeDBInstances', 'ListTables', 'DescribeVolumes', 'ListStreams'];
			const printed = await inMemory(Object.fromEntries(lists.map((list) => [list, away])));
			expect(printed.text.match(/offline/g)).toHaveLength(1);
			return printed;
		},
		cause: /and \d+ more\. No name server answers: this computer is offline, or was while this was read\./,
		fix: /then discover again with --resume\./,
		worked: /\nLost: 5$/,
	},
	inOne(
		'a region that swallows every call',
		'when nobody takes the connection',
		awsError('TimeoutError', 'Socket timed out without establishing a connection within 3000 ms'),
		/logs in eu-central-1 cannot be reached: Socket timed out/,
		/Look at the network, the VPN, HTTPS_PROXY and AWS_ENDPOINT_URL/,
	),
	inOne(
		'a region that swallows every call',
		'when it has no host of that name',
		coded('ENOTFOUND', 'getaddrinfo ENOTFOUND logs'),
		/cannot be reached: getaddrinfo ENOTFOUND/,
		/Nothing to do if the region does not offer the service/,
	),
	{
		situation: 'a region that swallows every call',
		form: 'when it takes them and never answers',
		happens: () => clients({ strike: ({ service }) => (service === 'logs' ? 'silence' : undefined) }),
		cause: /logs:DescribeLogGroups in eu-central-1 was taken and not answered in time, several times in a row\./,
		fix: /Discover again with --resume: what was read is kept/,
		worked: /^[1-9]\d* sources found/,
	},
	{
		situation: 'a login page in place of AWS',
		form: 'from the first call on',
		happens: async () => {
			const { url } = await aws({ strike: () => 'a web page' });
			return program(['--region', region, ...local], { ...keys, AWS_ENDPOINT_URL: url }, data);
		},
		cause: /What answered for sts in eu-central-1 was not AWS: a web page \(200 text\/html; charset=utf-8\)\./,
		fix: /Often a proxy or the login page of a network: sign in there or set HTTPS_PROXY/,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'a login page in place of AWS',
		form: 'in the middle, which is no empty list',
		happens: () => account({ strike: ({ service }) => (service === 'rds' ? 'a web page' : undefined) }),
		cause: /What answered for rds in eu-central-1 was not AWS: a web page/,
		fix: /sign in there or set HTTPS_PROXY/,
		worked: /^4 sources found/m,
		status: 1,
	},
	inOne(
		'a login page in place of AWS',
		'by what answers in place of JSON',
		new SyntaxError('Unexpected token <. Deserialization error'),
		/was not AWS/,
		/sign in there/,
	),
	inOne(
		'a login page in place of AWS',
		'that says nothing',
		notFromAws('an empty answer.'),
		/was not AWS: an empty answer/,
		/sign in there/,
	),
	{
		situation: 'connections that break',
		form: 'now and then: asked again, nothing is lost',
		happens: () => {
			const broken = new Set<string>();
			return account({
				strike: ({ operation }) => {
					if (broken.has(operation)) return undefined;
					broken.add(operation);
					return broken.size % 2 === 0 ? 'reset' : 'cut off';
				},
			});
		},
		cause: /^6 sources found/m,
		fix: /headwater plan --estate estate\.json/,
		worked: /rds-instance/,
		status: 0,
	},
	{
		situation: 'connections that break',
		form: 'every time',
		happens: () => account({ strike: ({ service }) => (service === 'logs' ? 'cut off' : undefined) }),
		cause: /logs in eu-central-1 cannot be reached: aborted\./,
		fix: /Look at the network, the VPN/,
		worked: /^4 sources found/m,
		status: 1,
	},
	inOne(
		'connections that break',
		'since AWS itself is down',
		awsError('ServiceUnavailable', 'down', 503),
		/AWS failed to answer logs:DescribeLogGroups in eu-central-1, several times in a row: down\./,
		/Discover again with --resume/,
	),
	{
		situation: 'an endpoint in place of AWS',
		form: 'where nobody listens',
		happens: () => program(['--region', region, ...local], { ...keys, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, data),
		cause:
			/^Endpoint override active: http:\/\/127\.0\.0\.1:1[\s\S]*sts in eu-central-1 cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:1\./m,
		fix: /HTTPS_PROXY and AWS_ENDPOINT_URL/,
		worked: /^1 source found/m,
		status: 1,
	},
	{
		situation: 'an endpoint in place of AWS',
		form: 'of a profile, and of one service of it',
		happens: async () => {
			const [all, own] = [await aws(), await aws()];
			const config = `[default]\nendpoint_url = http://127.0.0.1:1\n[profile ml]\nregion = ${region}\nendpoint_url = ${all.url}\nservices = lab\naws_access_key_id = a\naws_secret_access_key = b\n[services lab]\ndynamodb =\n  endpoint_url = ${own.url}\n`;
			const printed = await program([...only(), '--profile', 'ml'], {}, { '.aws/config': config });
			expect(own.asked.every((line) => line.includes(' dynamodb:'))).toBe(true);
			expect(all.asked.some((line) => line.includes(' dynamodb:'))).toBe(false);
			expect(all.asked.length * own.asked.length).toBeGreaterThan(0);
			return printed;
		},
		cause: /^Endpoint override active: http:\/\/127\.0\.0\.1:\d+, http:\/\/127\.0\.0\.1:\d+$/m,
		fix: /headwater plan --estate estate\.json/,
		worked: /^6 sources found/m,
		status: 0,
	},
];
