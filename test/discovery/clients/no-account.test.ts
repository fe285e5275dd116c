import { expect, test } from 'vitest';
import { noAccount } from '../../../source/discovery/clients/no-account.ts';
import { readShared } from '../../../source/discovery/clients/shared-files.ts';
import { awsError } from '../../peers/table-caller.ts';

const shared = readShared({ config: '[profile ml-dev]\ncredential_process = vault\n', credentials: '' });
const told = (error: unknown, profile?: string, region = 'eu-central-1') => {
	const { code, message, wayOut, blame } = noAccount(error, {
		region,
		shared,
		...(profile === undefined ? {} : { profile }),
	});
	return { code, message, wayOut, blame };
};
/** All of these come with one class from the SDK; only the text tells them apart. */
const provider = (message: string) => awsError('CredentialsProviderError', message);

test('no credentials anywhere: where was looked, and what to do', () => {
	expect(told(provider('Could not load credentials from any providers'))).toEqual({
		code: 'no-credentials',
		message:
			'No AWS credentials were found. Looked at: the environment, the profile "default" in ~/.aws/config and ~/.aws/credentials, SSO, a role of this machine.',
		wayOut: 'Name a profile with --profile (there are: ml-dev), or look at the demo account: --demo',
		blame: 'user',
	});
});

test.each([
	[
		'The SSO session associated with this profile is invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
		'expired-token',
		'The SSO session of the profile "ml-dev" has expired, or there was none.',
		'Sign in:  aws sso login --profile ml-dev',
	],
	[
		"Value not present for 'clientId' in SSO Token. Cannot refresh",
		'expired-token',
		'The SSO session of the profile "ml-dev" has expired, or there was none.',
		'Sign in:  aws sso login --profile ml-dev',
	],
	[
		'Failed to load token from /home/ana/.aws/login/cache/0a.json: ENOENT',
		'expired-token',
		'The sign-in of the profile "ml-dev" has expired, or there was none.',
		'Sign in:  aws login --profile ml-dev',
	],
	[
		'Command failed: /opt/vault-keys --token hush\nThe vault is sealed; refresh it.',
		'broken-process',
		'The credential_process of the profile "ml-dev" failed: /opt/vault-keys says: The vault is sealed; refresh it.',
		'Run its command by hand: it has to print JSON with Version 1, AccessKeyId and SecretAccessKey.',
	],
])('%s', (says, code, message, wayOut) => {
	expect(told(provider(says), 'ml-dev')).toEqual({ code, message, wayOut, blame: 'user' });
});

test('keys that expired are told from keys that AWS does not know', () => {
	expect(
		told(awsError('ExpiredToken', 'The security token included in the request is expired', 403), 'ml-dev'),
	).toEqual({
		code: 'expired-token',
		message: 'The session of the profile "ml-dev" has expired.',
		wayOut: 'Sign in again (aws sso login --profile ml-dev, or new keys in the environment) and repeat the command.',
		blame: 'user',
	});
	expect(told(awsError('InvalidClientTokenId', 'The security token included in the request is invalid', 403))).toEqual({
		code: 'rejected-credentials',
		message: 'AWS does not know these credentials, or eu-central-1 is not enabled for their account.',
		wayOut: 'Look for a misspelt or deleted access key; `aws sts get-caller-identity` tells the same.',
		blame: 'user',
	});
});

const noHost = Object.assign(new Error('getaddrinfo ENOTFOUND sts.x.amazonaws.com'), { code: 'ENOTFOUND' });

test.each([
	['us-esat-1', 'us-east-1'],
	['eu-centrall-1', 'eu-central-1'],
	['eucentral-1', 'eu-central-1'],
	['ap-southeast-l', 'ap-southeast-1'],
])('a region %s that nobody knows is told with the nearest one', (wrong, right) => {
	expect(told(noHost, undefined, wrong)).toMatchObject({
		code: 'unknown-region',
		message: `There is no AWS region "${wrong}" that answers.`,
		wayOut: `Did you mean ${right}?  --region ${right}`,
	});
});

test('a region that exists and has no host is a fault of the network', () => {
	expect(told(noHost).code).toBe('unreachable');
});
