import type { CellState } from '../../estate/estate.ts';

/** Why a database could not be read. */
export interface Trouble {
	readonly state: CellState;
	readonly why: string;
	readonly cure: string;
}

const told: readonly (readonly [codes: RegExp, state: CellState, why: string, cure: string])[] = [
	[
		/^(?:28P01|28000|ER_ACCESS_DENIED_ERROR|ER_ACCESS_DENIED_NO_PASSWORD_ERROR|ER_HOST_NOT_PRIVILEGED|SASL)$/,
		'denied',
		'the server did not accept this user, password or machine',
		'Set PGUSER and PGPASSWORD (PostgreSQL) or MYSQL_USER and MYSQL_PWD (MySQL, MariaDB) for a user that may connect from here.',
	],
	[
		/^(?:42501|ER_TABLEACCESS_DENIED_ERROR|ER_DBACCESS_DENIED_ERROR|ER_SPECIFIC_ACCESS_DENIED_ERROR)$/,
		'denied',
		'this user may not read the catalogue',
		'Grant pg_monitor (PostgreSQL) or SELECT on the schemas (MySQL, MariaDB); no row is read with it.',
	],
	[/^(?:3D000|ER_BAD_DB_ERROR)$/, 'failed', 'there is no such database', 'Check the name at the end of the address.'],
	[
		/^ENOTFOUND|EAI_AGAIN$/,
		'unreachable',
		'its name is not known here',
		'Check the host, or connect to the network that knows it.',
	],
	[
		/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|connect timeout)$/,
		'unreachable',
		'nothing answers at this address',
		'Check host, port, firewall and whether the server runs.',
	],
	[
		/^(?:HANDSHAKE_NO_SSL_SUPPORT|no TLS)$/,
		'failed',
		'the server offers no TLS',
		'Add ?sslmode=disable to the address where the network can be trusted.',
	],
	[
		/^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY|CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID|HANDSHAKE_SSL_ERROR)$/,
		'failed',
		"the server's certificate could not be checked",
		'Point NODE_EXTRA_CA_CERTS to the authority that signed it, or add ?sslmode=no-verify to the address.',
	],
	[
		/^(?:57014|55P03|ER_STATEMENT_TIMEOUT|ER_QUERY_TIMEOUT|PROTOCOL_SEQUENCE_TIMEOUT|query timeout)$/,
		'failed',
		'the catalogue took too long to answer',
		'Try again when the server is less busy.',
	],
	[
		/^(?:57P01|57P02|57P03|ECONNRESET|EPIPE|PROTOCOL_CONNECTION_LOST|ER_SERVER_SHUTDOWN|ER_CONNECTION_KILLED|connection ended)$/,
		'failed',
		'the server ended the connection',
		'Run the discovery again.',
	],
];

/** What a driver's error means. Its text may hold what the server says, so only its code is told where we do not know it. */
export function troubleOf(error: unknown): Trouble {
	const code = codeOf(error);
	const [, state, why, cure] = told.find(([codes]) => codes.test(code)) ?? [];
	if (state && why && cure) return { state, why, cure };
	return {
		state: 'failed',
		why: `the driver says ${code}`,
		cure: 'Check the address, and that it is a database of this engine.',
	};
}

/** Sentences by which the drivers tell what they give no code for. */
const worded: readonly (readonly [words: RegExp, code: string])[] = [
	[/does not support SSL/i, 'no TLS'],
	[/timeout expired|connect ETIMEDOUT|timeout exceeded when trying to connect/i, 'connect timeout'],
	[/query read timeout|query inactivity timeout/i, 'query timeout'],
	[/SASL|client password must be a string/i, 'SASL'],
	[/connection terminated|not queryable|closed state|Connection lost/i, 'connection ended'],
];

function codeOf(error: unknown): string {
	const { code, message = '' } = error as { readonly code?: unknown; readonly message?: string };
	if (error instanceof AggregateError) return codeOf(error.errors[0]);
	if (typeof code === 'string' && code !== '') return code;
	return worded.find(([words]) => words.test(message))?.[1] ?? 'nothing that is known';
}
