import { join } from 'node:path';
import { readIfThere } from './workspace.ts';

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

/** Which profiles the shared configuration names, so that a person can pick one. A file that cannot be read counts as absent. */
export async function findProfiles(env: Env): Promise<Profiles> {
	const home = join(env.HOME ?? env.USERPROFILE ?? '.', '.aws');
	const files = [
		env.AWS_CONFIG_FILE || join(home, 'config'),
		env.AWS_SHARED_CREDENTIALS_FILE || join(home, 'credentials'),
	];
	const texts = await Promise.all(files.map((file) => readIfThere(file).catch(() => undefined)));
	const chosen = env.AWS_PROFILE;
	return {
		names: [...new Set(texts.flatMap((text) => profileNames(text ?? '')))],
		ambient: ambientNames.some((name) => Boolean(env[name])),
		...(chosen ? { chosen } : {}),
	};
}

/** The profiles whose headings stand in a shared configuration or credentials file. */
function profileNames(text: string): readonly string[] {
	const headings = text.matchAll(/^\s*\[\s*(?:(profile|sso-session|services)\s+)?([^\]]+?)\s*\]/gm);
	return [...headings].flatMap(([, sort, name = '']) => (sort === undefined || sort === 'profile' ? [name] : []));
}
