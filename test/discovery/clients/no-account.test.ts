import { expect, test } from 'vitest';
import { noAccount } from '../../../source/discovery/clients/no-account.ts';
import { awsError } from '../../peers/table-caller.ts';

const told = (error: unknown, profile?: string) => {
	const { code, message, wayOut, blame } = noAccount(error, {
		region: 'eu-central-1',
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
			'No AWS credentials were found: none in the environment, the shared files, SSO, or a role of this machine.',
		wayOut: 'Set a profile up with `aws configure sso` and name it with --profile, or look at the demo account: --demo',
		blame: 'user',
	});
});

test.each([
	[
		'The SSO session associated with this profile is invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
		'expired-token',
		'The SSO session of the profile "ml-dev" has expired.',
		'Sign in again:  aws sso login --profile ml-dev',
	],
	[
		"Value not present for 'clientId' in SSO Token. Cannot refresh",
		'expired-token',
		'The SSO session of the profile "ml-dev" has expired.',
		'Sign in again:  aws sso login --profile ml-dev',
	],
	[
		'Failed to load token from /home/ana/.aws/login/cache/0a.json: ENOENT',
		'expired-token',
		'The sign-in of the profile "ml-dev" has expired.',
		'Sign in again:  aws login --profile ml-dev',
	],
	[
		'Profile is configured with invalid SSO credentials. Required parameters "sso_region".',
		'broken-profile',
		'The SSO settings of the profile "ml-dev" are incomplete: Profile is configured with invalid SSO credentials. Required parameters "sso_region".',
		'Complete them:  aws configure sso --profile ml-dev',
	],
	[
		'Profile ml-dev requires multi-factor authentication, but no MFA code callback was provided.',
		'needs-mfa',
		'The profile "ml-dev" asks for a multi-factor code, and headwater asks for none.',
		'Put a session with `aws sts get-session-token` into the environment, or use a profile with SSO.',
	],
	[
		'Detected a cycle attempting to resolve credentials for profile ml-dev. Profiles visited: a, ml-dev',
		'broken-profile',
		'The profiles that the profile "ml-dev" builds on lead back to it: Detected a cycle attempting to resolve credentials for profile ml-dev. Profiles visited: a, ml-dev.',
		'Mend `source_profile` in ~/.aws/config.',
	],
	[
		'Command failed: /opt/vault-keys',
		'broken-profile',
		'The credential_process of the profile "ml-dev" failed: Command failed: /opt/vault-keys.',
		'Run its command by hand to see why.',
	],
	[
		'Could not resolve credentials using profile: [ml-dev] in configuration/credentials file(s).',
		'unknown-profile',
		'The profile "ml-dev" is not in ~/.aws/config or ~/.aws/credentials, or holds no credentials.',
		'`aws configure list-profiles` lists the profiles there are.',
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
