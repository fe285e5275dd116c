import { HeadwaterError } from '../../errors.ts';
import { capital } from '../../facts/capital.ts';
import { identityCall } from '../policy.ts';
import { troubleOf } from './broken-profile.ts';
import { faultOf, told } from './fault.ts';
import { signsOf } from './fault-signs.ts';
import { isKnownRegion, nearestRegion } from './regions.ts';
import { noSharedFiles, type SharedFiles } from './shared-files.ts';

interface Tried {
	readonly profile?: string;
	readonly region: string;
	readonly shared?: SharedFiles;
	/** Where AWS is asked in place of itself: there a region may have any name. */
	readonly elsewhere?: string | undefined;
	/** What else was looked at where no profile is named: the roles that a machine may have. */
	readonly machine?: string;
}
interface Trouble {
	readonly code: string;
	/** What the SDK says when it is this. */
	readonly says: RegExp;
	readonly message: (who: string, error: unknown) => string;
	readonly wayOut: (flag: string) => string;
}

/** What can be wrong with a profile whose settings are in order; the SDK tells all of it with one error class. First match wins. */
const troubles: readonly Trouble[] = [
	{
		code: 'expired-token',
		says: /\.aws\/login|aws login/i,
		message: (who) => `The sign-in of ${who} has expired, or there was none.`,
		wayOut: (flag) => `Sign in:  aws login${flag}`,
	},
	{
		code: 'broken-process',
		says: /credential_process|Command failed/i,
		message: (who, error) => `The credential_process of ${who} ${processTrouble(error)}`,
		wayOut: () => 'Run its command by hand: it has to print JSON with Version 1, AccessKeyId and SecretAccessKey.',
	},
	{
		code: 'expired-token',
		says: /SSO session|SSO token|sso login|Token is expired|refresh/i,
		message: (who) => `The SSO session of ${who} has expired, or there was none.`,
		wayOut: (flag) => `Sign in:  aws sso login${flag}`,
	},
	{
		code: 'needs-mfa',
		says: /multi-factor|mfa/i,
		message: (who) => `${capital(who)} asks for a multi-factor code, and nobody is there to type one.`,
		wayOut: (flag) =>
			`Run it in a terminal (headwater discover${flag}), where the code is asked for; or put a session into the environment:  aws sts get-session-token`,
	},
];

/** What went wrong with the command of a profile. The command itself may hold secrets; its name alone is told. */
function processTrouble(error: unknown): string {
	const [first = '', ...rest] = (error instanceof Error ? error.message : String(error)).split('\n');
	const command = /^Command failed: (\S+)/.exec(first)?.[1];
	if (command === undefined) {
		if (/invalid JSON/.test(first)) return 'printed something that is no JSON.';
		if (/did not return Version 1/.test(first)) return 'printed JSON without "Version": 1.';
		if (/invalid credentials/.test(first)) return 'printed no AccessKeyId or no SecretAccessKey.';
		if (/expired credentials/.test(first)) return 'printed credentials that have expired.';
		return `failed: ${told(error)}`;
	}
	const said = rest.find((line) => line.trim() !== '')?.trim();
	if (said !== undefined && /not found|No such file/i.test(said))
		return `names a command that is not there: ${command}.`;
	return said === undefined ? `failed: ${command} ended with an error.` : `failed: ${command} says: ${told(said)}`;
}

/** Why an account could not be opened, as one sentence with the way out. */
export function noAccount(error: unknown, tried: Tried): HeadwaterError {
	const { profile, region, shared = noSharedFiles, elsewhere, machine } = tried;
	if (error instanceof HeadwaterError) return error;
	if (elsewhere === undefined && isRegionTrouble(error) && !isKnownRegion(region))
		return noRegion(region, shared, error);
	const who = profile === undefined ? 'these credentials' : `the profile "${profile}"`;
	const flag = profile === undefined ? '' : ` --profile ${profile}`;
	const fault = faultOf(error, { ...identityCall, region });
	const fromCredentials =
		fault.kind === 'no-credentials' || (fault.kind === 'failed' && !('$metadata' in Object(error)));
	const broken = fromCredentials && profile !== undefined ? troubleOf(profile, shared) : undefined;
	if (broken) return new HeadwaterError(broken.code, { ...broken, cause: error });
	if (signsOf(error).has('ENOENT')) {
		return new HeadwaterError('broken-profile', {
			message: `A file that the credentials of ${who} lie in is not there: ${told(error)}`,
			wayOut: 'Look at the files that the profile, or AWS_WEB_IDENTITY_TOKEN_FILE, names.',
			cause: error,
		});
	}
	if (fault.kind === 'no-credentials') {
		const said = error instanceof Error ? error.message : '';
		const trouble = troubles.find(({ says }) => says.test(said));
		if (trouble) {
			const { code, message, wayOut } = trouble;
			return new HeadwaterError(code, { message: message(who, error), wayOut: wayOut(flag), cause: error });
		}
		return nowhere(error, shared, machine);
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

/** Errors by which a name that no region has shows itself: no host, none behind the proxy, or no sign that a host may have. */
const isRegionTrouble = (error: unknown): boolean =>
	[...signsOf(error)].some((sign) => sign === 'ENOTFOUND' || sign === 'ERR_PROXY_TUNNEL') ||
	/valid hostname component|Region not accepted/i.test(error instanceof Error ? error.message : '');

/** A region that nobody knows, and the one that may be meant: of the SDK, or of a profile. */
export function noRegion(region: string, { profiles }: SharedFiles, cause?: unknown): HeadwaterError {
	const near = nearestRegion(
		region,
		[...profiles.values()].flatMap((profile) => profile.region ?? []),
	);
	return new HeadwaterError('unknown-region', {
		message: `There is no AWS region "${region}" that answers.`,
		wayOut: near === undefined ? 'Regions are named like eu-central-1.' : `Did you mean ${near}?  --region ${near}`,
		cause,
	});
}

/** No credentials anywhere: where was looked, and the profiles that might be meant. */
function nowhere(error: unknown, { profiles, names }: SharedFiles, machine = 'a role of this machine'): HeadwaterError {
	const known = [...profiles.keys()].slice(0, 12).join(', ');
	return new HeadwaterError('no-credentials', {
		message: `No AWS credentials were found. Looked at: the environment, the profile "default" in ${names.config} and ${names.credentials}, SSO, ${machine}.`,
		wayOut:
			known === ''
				? 'Set a profile up with `aws configure sso` or `aws login` and name it with --profile, or look at the demo account: --demo'
				: `Name a profile with --profile (there are: ${known}), or look at the demo account: --demo`,
		cause: error,
	});
}
