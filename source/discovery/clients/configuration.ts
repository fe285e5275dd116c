import { noSharedFiles, type Section, type SharedFiles } from './shared-files.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What the machine says of how AWS is reached, read from its files by whoever may. */
export interface Configuration {
	readonly shared: SharedFiles;
	/** The certificates in a file, in PEM. A file that cannot be read is a HeadwaterError. */
	readonly certificatesIn: (file: string) => Promise<string>;
}

export const noConfiguration: Configuration = {
	shared: noSharedFiles,
	certificatesIn: (file) => Promise.reject(new Error(`Nobody reads ${file}.`)),
};

/** The profile whose settings hold: the one that is named, else that of the environment, else `default`. */
export const profileInUse = (profile: string | undefined, env: Env): string =>
	profile ?? (env.AWS_PROFILE || 'default');

/** The settings that hold for a profile that is named, or that none is. */
export const settingsOf = (profile: string | undefined, env: Env, { profiles }: SharedFiles): Section =>
	profiles.get(profileInUse(profile, env)) ?? {};

/** The certificates that are trusted besides those of the machine: of AWS_CA_BUNDLE, else of the profile's `ca_bundle`. */
export async function certificatesOf(
	profile: string | undefined,
	env: Env,
	{ shared, certificatesIn }: Configuration,
): Promise<string | undefined> {
	const file = env.AWS_CA_BUNDLE || settingsOf(profile, env, shared).ca_bundle;
	return file ? certificatesIn(file) : undefined;
}
