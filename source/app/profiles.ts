import { readSharedFiles } from './configuration.ts';

/** How this machine can speak to AWS. Names only: no key is read. */
export interface Profiles {
	/** Names of the profiles in the shared files, in their order. */
	readonly names: readonly string[];
	/** The environment itself carries credentials (keys, a role of a container, a web identity). */
	readonly ambient: boolean;
	/** The profile that AWS_PROFILE names. */
	readonly chosen?: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const ambientNames = [
	'AWS_ACCESS_KEY_ID',
	'AWS_WEB_IDENTITY_TOKEN_FILE',
	'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
	'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];

/** Which profiles the shared configuration names, so that a person can pick one. */
export async function findProfiles(env: Env): Promise<Profiles> {
	const shared = await readSharedFiles(env);
	const chosen = env.AWS_PROFILE;
	return {
		names: [...shared.profiles.keys()],
		ambient: ambientNames.some((name) => Boolean(env[name])),
		...(chosen ? { chosen } : {}),
	};
}
