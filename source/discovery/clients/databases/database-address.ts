import { HeadwaterError } from '../../../errors.ts';

/** A database by its address. The password stands nowhere but here, and never leaves the process. */
export interface Address {
	readonly engine: 'postgresql' | 'mysql';
	readonly host: string;
	readonly port: number;
	readonly database: string | undefined;
	readonly user: string | undefined;
	readonly password: string | undefined;
	/** `checked`: TLS with a certificate that is checked; `unchecked`: TLS with any certificate; `none`: in the clear. */
	readonly tls: 'checked' | 'unchecked' | 'none';
}

type Environment = Readonly<Record<string, string | undefined>>;

const engines = {
	postgres: { engine: 'postgresql', port: 5432, user: 'PGUSER', password: 'PGPASSWORD' },
	postgresql: { engine: 'postgresql', port: 5432, user: 'PGUSER', password: 'PGPASSWORD' },
	mysql: { engine: 'mysql', port: 3306, user: 'MYSQL_USER', password: 'MYSQL_PWD' },
	mariadb: { engine: 'mysql', port: 3306, user: 'MYSQL_USER', password: 'MYSQL_PWD' },
} as const;

/** Engines that are not asked directly: their query is run by somebody who may, and its result is read. */
const byQuery: Readonly<Record<string, string>> = { oracle: 'oracle', sqlserver: 'sqlserver', mssql: 'sqlserver' };

const modes: Readonly<Record<string, Address['tls']>> = {
	disable: 'none',
	'no-verify': 'unchecked',
	require: 'unchecked',
	'verify-ca': 'checked',
	'verify-full': 'checked',
};

/**
The address in `postgres://user@host:5432/database?sslmode=…` or `mysql://…`; `env:NAME` takes the whole address, with its
password, from the environment. A user or password that is missing comes from the engine's own variables (PGUSER, PGPASSWORD,
MYSQL_USER, MYSQL_PWD). Without `sslmode` TLS is wanted, except on this machine. HeadwaterError `database-address` for anything else, also
for a password on the command line, which everybody on the machine can read there.
*/
export function addressIn(said: string, env: Environment): Address {
	const variable = /^env:(.+)$/.exec(said)?.[1];
	const text = variable === undefined ? said : env[variable];
	if (text === undefined || text === '') {
		throw refused(`The environment has no ${variable}, which should hold the address of a database.`, 'Set it.');
	}
	const shown = variable === undefined ? said : `the address in ${variable}`;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const scheme = url?.protocol.slice(0, -1) ?? '';
	if (Object.hasOwn(byQuery, scheme)) {
		throw refused(
			`${scheme === 'oracle' ? 'Oracle' : 'SQL Server'} is not asked directly.`,
			`Print the query with  headwater query ${byQuery[scheme]} , run it there, save its result as CSV, and read that with  --queried FILE`,
		);
	}
	if (!url || url.hostname === '' || !Object.hasOwn(engines, scheme)) {
		throw refused(
			`${variable === undefined ? `"${withoutPassword(said)}"` : shown} is no address of a database.`,
			'Write postgres://USER@HOST:PORT/DATABASE or mysql://USER@HOST:PORT/DATABASE.',
		);
	}
	const { engine, port, user, password } = engines[scheme as keyof typeof engines];
	if (variable === undefined && url.password !== '') {
		throw refused(
			'A password in the command can be read by everybody on this machine.',
			`Leave it out and set ${password}, or put the whole address into a variable and write  --database env:NAME`,
		);
	}
	return {
		engine,
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port === '' ? port : Number(url.port),
		database: decoded(url.pathname.slice(1)) || undefined,
		user: decoded(url.username) || env[user],
		password: decoded(url.password) || env[password],
		tls: tlsIn(url),
	};
}

function tlsIn(url: URL): Address['tls'] {
	const mode = url.searchParams.get('sslmode');
	if (mode === null) return isHere(url.hostname) ? 'none' : 'checked';
	const known = Object.hasOwn(modes, mode) ? modes[mode] : undefined;
	if (known) return known;
	throw refused(`There is no sslmode "${mode}".`, `Write one of: ${Object.keys(modes).join(', ')}.`);
}

/** Whether a host is this machine. */
export const isHere = (host: string): boolean =>
	/^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host.toLowerCase());

/** How an address is shown: never with its user or password. */
export const shownAddress = ({ host, port, database }: Address): string =>
	`${host.includes(':') ? `[${host}]` : host}:${port}${database ? `/${database}` : ''}`;

/** What was typed, without what stands between `//` and the last `@`. */
const withoutPassword = (said: string): string => said.replace(/\/\/.*@/, '//…@');

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

const refused = (message: string, wayOut: string) => new HeadwaterError('database-address', { message, wayOut });
