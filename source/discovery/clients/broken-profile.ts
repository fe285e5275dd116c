import { nearestName } from '../../estate/nearest.ts';
import type { Section, SharedFiles } from './shared-files.ts';

/** What is wrong with a profile, and what mends it. */
export interface Trouble {
	readonly code: 'unknown-profile' | 'empty-profile' | 'broken-profile';
	readonly message: string;
	readonly wayOut: string;
}

/** Settings of which each is a way to credentials by itself. */
const ways = ['aws_access_key_id', 'role_arn', 'credential_process', 'sso_session', 'sso_start_url', 'login_session'];
const ssoSettings = ['sso_start_url', 'sso_region', 'sso_account_id', 'sso_role_name'];

/** Whether a profile says in some way where its credentials are. */
export const namesCredentials = (section: Section | undefined): boolean =>
	section !== undefined && Object.keys(section).some((key) => ways.includes(key) || key.startsWith('sso_'));

/**
What is wrong with a profile as its files stand, told apart although the SDK says the same of most: no such profile, nothing in it, a circle,
a source that is not there, half of a key or of SSO. Undefined where the files are in order. Names settings, never their values, since
these may be secret.
*/
export function troubleOf(profile: string, shared: SharedFiles): Trouble | undefined {
	const { profiles, names } = shared;
	const section = profiles.get(profile);
	if (section === undefined) return unknownProfile(profile, shared);
	if (!namesCredentials(section)) {
		const others = Object.keys(section);
		return {
			code: 'empty-profile',
			message: `The profile "${profile}" holds no credentials, only ${others.length === 0 ? 'its name' : others.join(', ')}.`,
			wayOut: `Give it some:  aws configure sso --profile ${profile}   (or aws configure --profile ${profile})`,
		};
	}
	const broken = (message: string, wayOut: string): Trouble => ({ code: 'broken-profile', message, wayOut });
	const circle = circleFrom(profile, profiles);
	if (circle) {
		return broken(
			`The profile "${profile}" builds on profiles that lead in a circle: ${circle.join(' → ')}.`,
			`Let source_profile of one of them name a profile that has keys, in ${names.config}.`,
		);
	}
	for (let name = profile; ; ) {
		const { role_arn: role, source_profile: source, ...rest } = profiles.get(name) ?? {};
		if (role === undefined || rest.web_identity_token_file !== undefined) break;
		if (source === undefined && rest.credential_source === undefined) {
			return broken(
				`The profile "${name}" names a role and nobody who assumes it.`,
				`Add source_profile = NAME or credential_source = Environment to [profile ${name}] in ${names.config}.`,
			);
		}
		if (source === undefined || source === name) break;
		if (!profiles.has(source)) {
			const near = nearestName(source, profiles.keys());
			return broken(
				`The profile "${name}" builds on the profile "${source}", and there is none of that name.`,
				near === undefined
					? `Put right source_profile of [profile ${name}] in ${names.config}; profiles there are: ${listOf(profiles)}.`
					: `Did you mean "${near}"? Put right source_profile of [profile ${name}] in ${names.config}.`,
			);
		}
		if (!namesCredentials(profiles.get(source))) {
			return broken(
				`The profile "${name}" builds on the profile "${source}", which holds no credentials.`,
				`Give it some:  aws configure --profile ${source}`,
			);
		}
		name = source;
	}
	return halfKey(profile, section, names) ?? halfSso(profile, section, shared);
}

function unknownProfile(profile: string, { profiles, strays, names }: SharedFiles): Trouble {
	const code = 'unknown-profile';
	if (strays.has(profile)) {
		return {
			code,
			message: `There is no profile "${profile}": its heading in ${names.config} lacks the word profile.`,
			wayOut: `Write it as [profile ${profile}].`,
		};
	}
	const message = `There is no profile "${profile}" in ${names.config} or ${names.credentials}.`;
	const near = nearestName(profile, profiles.keys());
	if (near !== undefined) return { code, message, wayOut: `Did you mean "${near}"?  --profile ${near}` };
	return {
		code,
		message,
		wayOut:
			profiles.size === 0
				? `There is no profile at all yet. Set this one up:  aws configure sso --profile ${profile}`
				: `Profiles there are: ${listOf(profiles)}.`,
	};
}

/** Names that are told; of more, how many there are. */
const most = 12;
const listOf = (profiles: SharedFiles['profiles']): string => {
	const names = [...profiles.keys()];
	const more = names.length > most ? ` and ${names.length - most} more` : '';
	return `${names.slice(0, most).join(', ')}${more}`;
};

/** The way from a profile back to itself or to one on the way; undefined where it ends. One that is its own source has keys of its own. */
function circleFrom(profile: string, profiles: SharedFiles['profiles']): readonly string[] | undefined {
	const way = [profile];
	for (let name = profile; ; ) {
		const source = profiles.get(name)?.source_profile;
		if (source === undefined || (source === name && profiles.get(name)?.aws_access_key_id !== undefined))
			return undefined;
		if (way.includes(source)) return [...way, source];
		way.push(source);
		name = source;
	}
}

function halfKey(profile: string, section: Section, names: SharedFiles['names']): Trouble | undefined {
	const id = section.aws_access_key_id !== undefined;
	const secret = section.aws_secret_access_key !== undefined;
	if (id === secret || section.role_arn !== undefined) return undefined;
	return {
		code: 'broken-profile',
		message: `The profile "${profile}" has half of a key: ${id ? 'aws_secret_access_key' : 'aws_access_key_id'} is missing.`,
		wayOut: `Write both in ${names.credentials}:  aws configure --profile ${profile}`,
	};
}

function halfSso(profile: string, section: Section, { sessions, names }: SharedFiles): Trouble | undefined {
	const other = ways.some((way) => !way.startsWith('sso_') && section[way] !== undefined);
	if (other || !Object.keys(section).some((key) => key.startsWith('sso_'))) return undefined;
	const { sso_session: named } = section;
	const wayOut = `Complete them in ${names.config}, or anew:  aws configure sso --profile ${profile}`;
	if (named !== undefined && !sessions.has(named)) {
		const near = nearestName(named, sessions.keys());
		return {
			code: 'broken-profile',
			message: `The SSO settings of the profile "${profile}" are incomplete: [sso-session ${named}] is not in ${names.config}.`,
			wayOut:
				near === undefined
					? wayOut
					: `Did you mean sso_session = ${near}? Else:  aws configure sso --profile ${profile}`,
		};
	}
	const whole = { ...section, ...(named === undefined ? {} : sessions.get(named)) };
	const missing = ssoSettings.filter((setting) => whole[setting] === undefined);
	if (missing.length === 0) return undefined;
	return {
		code: 'broken-profile',
		message: `The SSO settings of the profile "${profile}" are incomplete: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
		wayOut,
	};
}
