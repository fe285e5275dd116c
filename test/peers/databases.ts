import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { test } from 'vitest';
import { freePort } from './emulator.ts';
import { needed } from './needed.ts';

/** A database server of ours on a port of its own, empty, with the name and password that it wants. */
export interface DatabaseServer {
	readonly port: number;
	readonly user: string;
	readonly password: string;
	/** Everything it was asked since it started. */
	log(): string;
	close(): Promise<void>;
}

const programs = {
	postgresql: () => newest('/usr/lib/postgresql', 'bin/initdb'),
	mariadb: () => ['/usr/sbin/mariadbd', '/usr/sbin/mysqld'].find(existsSync),
};

/** Tests that need a server of this engine: skipped by name where it is not installed, failed in CI. */
export function served(engine: keyof typeof programs): typeof test {
	return needed(engine, programs[engine]() !== undefined);
}

/** Settings as `name=value`. */
export async function openPostgresql(settings: readonly string[] = []): Promise<DatabaseServer> {
	const home = folder();
	const bin = (programs.postgresql() ?? '').replace(/initdb$/, '');
	const as = account('postgres');
	if (as.uid !== undefined) chownSync(home, as.uid, as.gid ?? as.uid);
	const password = 'canary-of-postgresql';
	const secret = join(home, 'secret');
	writeFileSync(secret, password);
	const made = spawnSync(
		join(bin, 'initdb'),
		['-D', join(home, 'data'), '-U', 'tester', '-A', 'scram-sha-256', '--pwfile', secret, '-E', 'UTF8', '--no-sync'],
		{ ...as, encoding: 'utf8' },
	);
	if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
	const port = await freePort();
	const said = ['log_statement=all', 'log_min_messages=info', 'fsync=off', 'listen_addresses=127.0.0.1', ...settings];
	const server = spawn(
		join(bin, 'postgres'),
		['-D', join(home, 'data'), '-p', String(port), '-k', home, ...said.flatMap((each) => ['-c', each])],
		{ ...as, stdio: ['ignore', 'ignore', 'pipe'] },
	);
	return running(server, { home, port, user: 'tester', password, ready: /ready to accept connections/ });
}

/** Options as `--name=value`. */
export async function openMariadb(options: readonly string[] = []): Promise<DatabaseServer> {
	const home = folder();
	const program = programs.mariadb() ?? '';
	const made = spawnSync(
		'mariadb-install-db',
		[
			'--no-defaults',
			`--datadir=${home}/data`,
			'--auth-root-authentication-method=normal',
			'--skip-test-db',
			'--user=root',
		],
		{ encoding: 'utf8' },
	);
	if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stdout}${made.stderr}`);
	const port = await freePort();
	const password = 'canary-of-mariadb';
	const start = join(home, 'start.sql');
	writeFileSync(
		start,
		['localhost', '%']
			.map((host) => `'tester'@'${host}'`)
			.flatMap((user) => [
				`CREATE USER ${user} IDENTIFIED BY '${password}';`,
				`GRANT ALL ON *.* TO ${user} WITH GRANT OPTION;`,
			])
			.join('\n'),
	);
	const server = spawn(
		program,
		[
			'--no-defaults',
			`--datadir=${home}/data`,
			`--socket=${home}/socket`,
			`--port=${port}`,
			'--bind-address=127.0.0.1',
			'--user=root',
			`--init-file=${start}`,
			'--general-log=1',
			`--general-log-file=${home}/log`,
			'--innodb-flush-log-at-trx-commit=0',
			'--sync-frm=0',
			'--innodb-flush-method=nosync',
			...options,
		],
		{ stdio: ['ignore', 'ignore', 'pipe'] },
	);
	return running(server, { home, port, user: 'tester', password, ready: /ready for connections/ });
}

interface Started {
	readonly home: string;
	readonly port: number;
	readonly user: string;
	readonly password: string;
	readonly ready: RegExp;
}

function running(server: ChildProcess, { home, ready, ...rest }: Started): Promise<DatabaseServer> {
	let said = '';
	const log = () => said + (existsSync(join(home, 'log')) ? readFileSync(join(home, 'log'), 'utf8') : '');
	const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	const close = async () => {
		server.kill('SIGQUIT');
		const hard = setTimeout(() => server.kill('SIGKILL'), 10_000);
		await gone;
		clearTimeout(hard);
		rmSync(home, { recursive: true, force: true });
	};
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => close().then(() => reject(new Error(`The server did not start: ${said}`))), 60_000);
		server.once('exit', () => reject(new Error(`The server ended: ${said}`)));
		server.stderr?.on('data', (part: Buffer) => {
			said += part.toString();
			if (!ready.test(said)) return;
			clearTimeout(late);
			resolve({ ...rest, log, close });
		});
	});
}

function folder(): string {
	// In memory where the machine allows, since a thousand new tables are a thousand files to flush.
	const home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'headwater-database-'));
	chmodSync(home, 0o755);
	return home;
}

/** PostgreSQL does not run as root; the account that Debian made for it is taken then. */
function account(name: string): { readonly uid?: number; readonly gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const [, , uid, gid] = (
		/^.*$/m.exec(spawnSync('getent', ['passwd', name], { encoding: 'utf8' }).stdout)?.[0] ?? ''
	).split(':');
	return { uid: Number(uid), gid: Number(gid) };
}

function newest(root: string, file: string): string | undefined {
	if (!existsSync(root)) return undefined;
	const versions = readdirSync(root).toSorted((a, b) => Number(b) - Number(a));
	return versions.map((version) => join(root, version, file)).find(existsSync);
}
