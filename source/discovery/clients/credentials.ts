import { namesCredentials } from './broken-profile.ts';
import type { Credentials, Keys, Settings } from './connection.ts';
import { noSharedFiles, type SharedFiles } from './shared-files.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Asks a person for the code of a multi-factor device, by its serial number. */
export type AskCode = (device: string) => Promise<string>;

/** Where credentials are looked for. */
interface Search {
	readonly profile?: string;
	readonly env: Env;
	readonly shared?: SharedFiles;
	/** How AWS is reached to exchange one sort of credentials for another; as the SDK does by itself where left out. */
	readonly reach?: () => Promise<Omit<Settings, 'credentials'>>;
	readonly askCode?: AskCode | undefined;
}

/**
The credentials of a profile, or of the environment, in the order of the AWS CLI: a profile that is named wins, then keys in
the environment, then AWS_PROFILE, then the rest of the chain (shared files, SSO, assumed role, process, web identity,
container, instance). Looked for when first asked, kept until five minutes before they expire. `now` in milliseconds.
*/
export const credentialsOf = ({ now, ...search }: Search & { readonly now: () => number }): Credentials =>
	keptKeys((anew) => find(search, anew), now);

/**
Keys that are looked for when first asked, and again five minutes before they expire or when told so; several who say so at the same
time share one answer. `look` is told when somebody said so: what it read before is no answer then.
*/
export function keptKeys(look: (anew: boolean) => Promise<Keys>, now: () => number): Credentials {
	let kept: Promise<Keys> | undefined;
	let until = Number.NEGATIVE_INFINITY;
	let looking: Promise<Keys> | undefined;
	return ({ forceRefresh: anew = false } = {}) => {
		if (anew && looking) return looking;
		if (kept === undefined || now() >= until || anew) {
			until = Number.POSITIVE_INFINITY;
			const found = look(anew).finally(() => {
				if (looking === found) looking = undefined;
			});
			kept = found;
			looking = found;
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

async function find({ profile, env, shared = noSharedFiles, reach, askCode }: Search, anew: boolean): Promise<Keys> {
	const {
		AWS_ACCESS_KEY_ID: accessKeyId,
		AWS_SECRET_ACCESS_KEY: secretAccessKey,
		AWS_SESSION_TOKEN: sessionToken,
	} = env;
	if (profile === undefined && accessKeyId && secretAccessKey) {
		return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
	}
	const { fromIni, fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
	const settings = await reach?.();
	const common = {
		// Somebody may have signed in again meanwhile, and the SDK remembers what it read of a file.
		ignoreCache: anew,
		...(env.AWS_CONFIG_FILE ? { configFilepath: env.AWS_CONFIG_FILE } : {}),
		...(env.AWS_SHARED_CREDENTIALS_FILE ? { filepath: env.AWS_SHARED_CREDENTIALS_FILE } : {}),
		...(settings === undefined ? {} : { clientConfig: { requestHandler: settings.requestHandler } }),
	};
	const usual = namesCredentials(shared.profiles.get('default')) ? 'default' : undefined;
	const named = profile ?? (env.AWS_PROFILE || usual);
	// The chain would answer a misspelt profile with "could not load credentials from any providers"; the files say which.
	if (named) {
		return fromIni({
			...common,
			profile: named,
			...(askCode === undefined ? {} : { mfaCodeProvider: askCode }),
			...(settings === undefined ? {} : { roleAssumer: assumer(settings) }),
		})();
	}
	return fromNodeProviderChain({ ...common, timeout: 1_000, maxRetries: 0 })();
}

/** Assumes the roles of profiles over our own way to AWS: its proxy, its certificates, its endpoint. */
const assumer =
	(settings: Omit<Settings, 'credentials'>) =>
	async (
		by: Keys,
		{
			RoleArn,
			RoleSessionName: _,
			...more
		}: { readonly RoleArn?: string | undefined; readonly RoleSessionName?: string | undefined },
	) => {
		const { keysOfRole } = await import('./assumed-role.ts');
		return keysOfRole({ arn: RoleArn ?? '', by: () => Promise.resolve(by), more }, settings);
	};
