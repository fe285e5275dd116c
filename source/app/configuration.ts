import { join } from 'node:path';
import type { Configuration } from '../discovery/clients/configuration.ts';
import { readShared, type SharedFiles } from '../discovery/clients/shared-files.ts';
import { homeOf, inHome } from './home.ts';
import { readIfThere, readText } from './workspace.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The files of this machine that say how AWS is reached. One that cannot be read counts as absent. */
export async function readSharedFiles(env: Env): Promise<SharedFiles> {
	const home = homeOf(env) ?? '.';
	const { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials } = env;
	const read = (said: string | undefined, name: string): Promise<string> =>
		readIfThere(said ? inHome(said, home, home) : join(home, '.aws', name)).then(
			(text) => text ?? '',
			() => '',
		);
	const texts = await Promise.all([read(config, 'config'), read(credentials, 'credentials')]);
	return readShared(
		{ config: texts[0], credentials: texts[1] },
		{ config: config || '~/.aws/config', credentials: credentials || '~/.aws/credentials' },
	);
}

/** What discovery has to know of this machine to reach AWS. */
export async function readConfiguration(env: Env): Promise<Configuration> {
	const home = homeOf(env) ?? '.';
	return {
		shared: await readSharedFiles(env),
		certificatesIn: (file) => readText(inHome(file, home, home), '/', 'bundle of certificates'),
	};
}
