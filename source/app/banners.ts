import { overridesOf } from '../discovery/clients/endpoints.ts';
import type { SharedFiles } from '../discovery/clients/shared-files.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What has to be seen all the time of how AWS is asked: other credentials than one may think, another address than its own. */
export const bannersOf = (env: Env, shared: SharedFiles, profiles: readonly string[]): readonly string[] =>
	[winnerBanner(env, profiles), overrideBanner(env, shared, profiles)].flatMap((banner) => banner ?? []);

/** Where calls go in place of AWS, for all of some profiles (none: the credentials at hand); undefined where AWS itself is asked. */
function overrideBanner(env: Env, shared: SharedFiles, profiles: readonly string[]): string | undefined {
	const used = profiles.length === 0 ? [undefined] : profiles;
	const addresses = new Set(used.flatMap((profile) => overridesOf(env, { profile, shared })));
	return addresses.size === 0 ? undefined : `Endpoint override active: ${[...addresses].join(', ')}`;
}

/** Whose credentials are used where the environment holds keys and names a profile as well; undefined where there is no doubt. */
function winnerBanner(env: Env, profiles: readonly string[]): string | undefined {
	const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_PROFILE: profile } = env;
	if (profiles.length > 0 || !id || !secret || !profile) return undefined;
	return `Keys of the environment are used, not AWS_PROFILE "${profile}" (--profile ${profile} uses it).`;
}
