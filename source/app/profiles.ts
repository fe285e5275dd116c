import { bannersOf } from './banners.ts';
import { readSharedFiles } from './configuration.ts';

/** How this machine can speak to AWS. Names only: no key is read. */
export interface Profiles {
	/** Names of the profiles in the shared files, in their order. */
	readonly names: readonly string[];
	/** The environment itself carries credentials (keys, a role of a container, a web identity). */
	readonly ambient: boolean;
	/** The profile that AWS_PROFILE names. */
	readonly chosen?: string;
	/** What has to be seen while a profile is used (its name), or none (the empty name), of how AWS is asked. */
	readonly banners?: Readonly<Record<string, readonly string[]>>;
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
	const names = [...shared.profiles.keys()];
	const banners = [[], ...names.map((name) => [name])]
		.map((used): [string, readonly string[]] => [used[0] ?? '', bannersOf(env, shared, used)])
		.filter(([, told]) => told.length > 0);
	return {
		names,
		ambient: ambientNames.some((name) => Boolean(env[name])),
		...(chosen ? { chosen } : {}),
		...(banners.length > 0 ? { banners: Object.fromEntries(banners) } : {}),
	};
}
