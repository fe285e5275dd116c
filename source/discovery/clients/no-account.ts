import { HeadwaterError } from '../../errors.ts';
import { identityCall } from '../policy.ts';
import { faultOf, told } from './fault.ts';

interface Tried {
	readonly profile?: string;
	readonly region: string;
}
interface Trouble {
	readonly code: string;
	/** What the SDK says when it is this. */
	readonly says: RegExp;
	readonly message: (who: string, error: unknown) => string;
	readonly wayOut: (flag: string) => string;
}

/** What can be wrong with a profile; the SDK tells all of it with one error class. First match wins. */
const troubles: readonly Trouble[] = [
	{
		code: 'expired-token',
		says: /\.aws\/login|aws login/i,
		message: (who) => `The sign-in of ${who} has expired.`,
		wayOut: (flag) => `Sign in again:  aws login${flag}`,
	},
	{
		code: 'expired-token',
		says: /SSO session|SSO token|sso login|Token is expired|refresh/i,
		message: (who) => `The SSO session of ${who} has expired.`,
		wayOut: (flag) => `Sign in again:  aws sso login${flag}`,
	},
	{
		code: 'broken-profile',
		says: /invalid SSO credentials|Required parameters/i,
		message: (who, error) => `The SSO settings of ${who} are incomplete: ${told(error)}`,
		wayOut: (flag) => `Complete them:  aws configure sso${flag}`,
	},
	{
		code: 'needs-mfa',
		says: /multi-factor|mfa/i,
		message: (who) => `${capital(who)} asks for a multi-factor code, and headwater asks for none.`,
		wayOut: () => 'Put a session with `aws sts get-session-token` into the environment, or use a profile with SSO.',
	},
	{
		code: 'broken-profile',
		says: /cycle/i,
		message: (who, error) => `The profiles that ${who} builds on lead back to it: ${told(error)}`,
		wayOut: () => 'Mend `source_profile` in ~/.aws/config.',
	},
	{
		code: 'broken-profile',
		says: /credential_process|Command failed/i,
		message: (who, error) => `The credential_process of ${who} failed: ${told(error)}`,
		wayOut: () => 'Run its command by hand to see why.',
	},
	{
		code: 'unknown-profile',
		says: /Could not resolve credentials using profile|Profile .* (?:could not be found|not found)/i,
		message: (who) => `${capital(who)} is not in ~/.aws/config or ~/.aws/credentials, or holds no credentials.`,
		wayOut: () => '`aws configure list-profiles` lists the profiles there are.',
	},
];

/** Why an account could not be opened, as one sentence with the way out. */
export function noAccount(error: unknown, { profile, region }: Tried): HeadwaterError {
	if (error instanceof HeadwaterError) return error;
	const who = profile === undefined ? 'these credentials' : `the profile "${profile}"`;
	const flag = profile === undefined ? '' : ` --profile ${profile}`;
	const fault = faultOf(error, { ...identityCall, region });
	if (fault.kind === 'no-credentials') {
		const said = error instanceof Error ? error.message : '';
		const trouble = troubles.find(({ says }) => says.test(said));
		if (trouble) {
			const { code, message, wayOut } = trouble;
			return new HeadwaterError(code, { message: message(who, error), wayOut: wayOut(flag), cause: error });
		}
		return new HeadwaterError('no-credentials', {
			message:
				'No AWS credentials were found: none in the environment, the shared files, SSO, or a role of this machine.',
			wayOut:
				'Set a profile up with `aws configure sso` and name it with --profile, or look at the demo account: --demo',
			cause: error,
		});
	}
	if (fault.kind === 'expired') {
		return new HeadwaterError('expired-token', {
			message: `The session of ${who} has expired.`,
			wayOut: `Sign in again (aws sso login${flag}, or new keys in the environment) and repeat the command.`,
			cause: error,
		});
	}
	if (fault.kind === 'rejected') {
		return new HeadwaterError('rejected-credentials', {
			message: `AWS does not know ${who}, or ${region} is not enabled for their account.`,
			wayOut: 'Look for a misspelt or deleted access key; `aws sts get-caller-identity` tells the same.',
			cause: error,
		});
	}
	return new HeadwaterError(fault.kind, {
		message: fault.why,
		wayOut: fault.cure,
		blame: fault.kind === 'unreachable' ? 'user' : 'aws',
		cause: error,
	});
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
