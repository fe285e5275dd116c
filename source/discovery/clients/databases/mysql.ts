import type { Ask, Connection, Patience, Row } from './database.ts';
import type { Address } from './database-address.ts';

/** Whether each of these settings is understood differs between MySQL and MariaDB and their versions; what one refuses, another does. */
const settled = (asking: number) => [
	'SET SESSION TRANSACTION READ ONLY',
	`SET SESSION max_execution_time = ${asking}`,
	`SET SESSION max_statement_time = ${asking / 1000}`,
	'SET SESSION information_schema_stats_expiry = 0',
];

/** A connection in which every transaction is read-only and no statement runs longer than the patience. */
export async function connectMysql(address: Address, patience: Patience): Promise<Connection> {
	const { createConnection } = await import('mysql2/promise');
	const connection = await createConnection(settingsOf(address, patience));
	// A connection that breaks later rejects the query in hand; the event alone must not end the program.
	connection.on('error', () => undefined);
	const ask: Ask = async (sql) => {
		const [rows] = await connection.query({ sql, timeout: patience.asking + 2_000 });
		return rows as readonly Row[];
	};
	for (const sql of settled(patience.asking)) await ask(sql).catch(() => undefined);
	return {
		ask,
		close: () => connection.end().catch(() => undefined),
		abandon: () => connection.destroy(),
	};
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
