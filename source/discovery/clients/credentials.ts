import type { Credentials, Keys } from './connection.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
The credentials of a profile, or of the environment, in the order of the AWS CLI: a profile that is named wins, then keys in
the environment, then AWS_PROFILE, then the rest of the chain (shared files, SSO, assumed role, process, web identity,
container, instance). Looked for when first asked, kept until five minutes before they expire. `now` in milliseconds.
*/
export const credentialsOf = ({ profile, env, now }: { profile?: string; env: Env; now: () => number }): Credentials =>
	keptKeys(() => find(profile, env), now);

/** Keys that are looked for when first asked, and again five minutes before they expire. */
export function keptKeys(look: () => Promise<Keys>, now: () => number): Credentials {
	let kept: Promise<Keys> | undefined;
	let until = Number.NEGATIVE_INFINITY;
	return () => {
		if (kept === undefined || now() >= until) {
			until = Number.POSITIVE_INFINITY;
			const found = look();
			kept = found;
			found.then(
				({ expiration }) => {
					if (kept === found && expiration) until = expiration.getTime() - early;
				},
				() => {
					if (kept === found) kept = undefined;
				},
			);
		}
		return kept;
	};
}

const early = 5 * 60_000;

async function find(profile: string | undefined, env: Env): Promise<Keys> {
	const {
		AWS_ACCESS_KEY_ID: accessKeyId,
		AWS_SECRET_ACCESS_KEY: secretAccessKey,
		AWS_SESSION_TOKEN: sessionToken,
	} = env;
	if (profile === undefined && accessKeyId && secretAccessKey) {
		return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
	}
	const { fromIni, fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
	const files = {
		...(env.AWS_CONFIG_FILE ? { configFilepath: env.AWS_CONFIG_FILE } : {}),
		...(env.AWS_SHARED_CREDENTIALS_FILE ? { filepath: env.AWS_SHARED_CREDENTIALS_FILE } : {}),
	};
	const named = profile ?? env.AWS_PROFILE;
	// The chain would answer a misspelt profile with "could not load credentials from any providers"; the files say which.
	if (named) return fromIni({ profile: named, ...files })();
	try {
		return await fromNodeProviderChain({ ...files, timeout: 1_000, maxRetries: 0 })();
	} catch (error) {
		await fromIni({ profile: 'default', ...files })().catch((reason: unknown) => {
			if (!isMissing(reason)) throw reason;
		});
		throw error;
	}
}

const isMissing = (reason: unknown): boolean =>
	reason instanceof Error && reason.message.includes('Could not resolve credentials using profile');
