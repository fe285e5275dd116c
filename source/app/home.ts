import { join, resolve } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** The home folder of whoever runs the program; undefined where the environment does not name it. */
export const homeOf = ({ HOME, USERPROFILE }: Env): string | undefined => HOME ?? USERPROFILE;

/** A path as a person writes it: from a folder, with ~ for the home folder where there is one. */
export function inHome(path: string, from: string, home: string | undefined): string {
	return resolve(from, home && /^~(?=$|[/\\])/.test(path) ? join(home, path.slice(1)) : path);
}
