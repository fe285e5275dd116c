import { basename, dirname, resolve } from 'node:path';
import { HeadwaterError } from '../../errors.ts';
import type { Surroundings } from '../command.ts';
import { listSessions, sessionsFolder } from '../session/sessions.ts';
import { namesIn } from '../workspace.ts';
import { counted } from '../written.ts';

const cutOff: ReadonlySet<string> = new Set(['offline', 'unreachable']);

/**
A fault of the network with what is known from before: the estate that `file` still holds, or the session that was saved last. Any other error
is given back as it is.
*/
export async function withLastKnown(
	error: unknown,
	file: string | undefined,
	{ env, cwd }: Pick<Surroundings, 'env' | 'cwd'>,
): Promise<unknown> {
	if (!(error instanceof HeadwaterError) || !cutOff.has(error.code)) return error;
	const known = (await estateAt(file, cwd)) ?? (await lastSession(env));
	if (known === undefined) return error;
	const { code, message, wayOut, blame, cause } = error;
	return new HeadwaterError(code, { message, wayOut: `${wayOut}\n${known}`, blame, cause });
}

async function estateAt(file: string | undefined, cwd: string): Promise<string | undefined> {
	if (file === undefined) return undefined;
	const path = resolve(cwd, file);
	if (!(await namesIn(dirname(path))).includes(basename(path))) return undefined;
	return `What was found before still stands in ${file}:  headwater plan --estate ${file}`;
}

async function lastSession(env: Surroundings['env']): Promise<string | undefined> {
	const [last] = await listSessions(sessionsFolder(env)).catch(() => []);
	if (last === undefined) return undefined;
	const { folder, savedAt, sources } = last;
	return `What was found before still stands in a session (${counted(sources, 'source')}, ${savedAt.slice(0, 10)}):  headwater --session ${folder}`;
}
