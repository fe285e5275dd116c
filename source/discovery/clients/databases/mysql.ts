import type { Connection as Driver } from 'mysql2/promise';
import type { Ask, Connection, Patience, Row } from './database.ts';
import type { Address } from './database-address.ts';

/** Whether each of these settings is understood differs between MySQL and MariaDB and their versions; what one refuses, another does. */
const settled = (asking: number) => [
	'SET SESSION TRANSACTION READ ONLY',
	`SET SESSION max_execution_time = ${asking}`,
	`SET SESSION max_statement_time = ${asking / 1000}`,
	'SET SESSION information_schema_stats_expiry = 0',
];

/** Milliseconds that a server may take to end what nobody waits for any more; after them its own limit of time ends it. */
const toEnd = 1_000;

/** A connection in which every transaction is read-only and no statement runs longer than the patience. */
export async function connectMysql(address: Address, patience: Patience): Promise<Connection> {
	const { createConnection } = await import('mysql2/promise');
	const open = (connecting: number): Promise<Driver> =>
		createConnection(settingsOf(address, { ...patience, connecting }));
	const connection = await open(patience.connecting);
	// A connection that breaks later rejects the query in hand; the event alone must not end the program.
	connection.on('error', () => undefined);
	let running: string | undefined;
	let ending: Promise<void> | undefined;
	const ask: Ask = async (sql) => {
		running = sql;
		try {
			const [rows] = await connection.query({ sql, timeout: patience.asking + 2_000 });
			return rows as readonly Row[];
		} finally {
			running = undefined;
		}
	};
	for (const sql of settled(patience.asking)) await ask(sql).catch(() => undefined);
	// The server's own word: in front of it may stand a proxy that counts otherwise.
	const [{ id } = {}] = await ask('SELECT CONNECTION_ID() AS id').catch((): readonly Row[] => []);
	return {
		ask,
		close: () => ending ?? connection.end().catch(() => undefined),
		abandon() {
			const left = running;
			// `destroy` of the driver waits for the answer.
			streamOf(connection).destroy(new Error('closed state'));
			ending ??= left === undefined ? Promise.resolve() : within(toEnd, endOnServer(open, { id, sql: left }));
		},
	};
}

/**
Ends a statement of ours on the server, which looks at its connection only when it has an answer. Only what is shown to run exactly this
statement is ended; nobody needs a right for what is their own.
*/
async function endOnServer(
	open: (connecting: number) => Promise<Driver>,
	{ id, sql }: { readonly id: unknown; readonly sql: string },
): Promise<void> {
	const other = await open(toEnd);
	other.on('error', () => undefined);
	try {
		const [rows] = await other.query('SELECT ID FROM information_schema.PROCESSLIST WHERE ID = ? AND INFO = ?', [
			id,
			sql,
		]);
		if ((rows as readonly Row[]).length === 1) await other.query('KILL QUERY ?', [id]);
	} finally {
		streamOf(other).destroy();
	}
}

/** The socket of a connection, or TLS over it. */
const streamOf = (connection: Driver): { destroy(error?: Error): void } =>
	(connection as unknown as { readonly connection: { readonly stream: { destroy(error?: Error): void } } }).connection
		.stream;

/** Waits for a task, but no longer than so many milliseconds, and not for its fault. */
function within(milliseconds: number, task: Promise<void>): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		task
			.catch(() => undefined)
			.then(() => {
				clearTimeout(timer);
				resolve();
			});
	});
}

function settingsOf({ host, port, database, user, password, tls }: Address, { connecting }: Patience) {
	return {
		host,
		port,
		...(database === undefined ? {} : { database }),
		...(user === undefined ? {} : { user }),
		...(password === undefined ? {} : { password }),
		...(tls === 'none' ? {} : { ssl: { rejectUnauthorized: tls === 'checked' } }),
		connectTimeout: connecting,
		supportBigNumbers: true,
		dateStrings: true,
	};
}
