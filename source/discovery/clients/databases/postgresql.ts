import type { Connection, Patience } from './database.ts';
import type { Address } from './database-address.ts';

/**
Rows of the table `c` of pg_class with its counters `s`, as the planner estimates them: rows a page when it was last analysed, times the pages of
now. Counters of live rows drift (an ANALYZE beside a transaction counts its rows twice), so they stand in only where nothing was analysed.
*/
export const estimatedRows = `CASE WHEN c.reltuples > 0 AND c.relpages > 0
            THEN round(c.reltuples::float8 / c.relpages * (pg_relation_size(c.oid) / current_setting('block_size')::int))
            ELSE coalesce(s.n_live_tup, 0) END`;

/** A connection in which every transaction is read-only, times are in UTC, and no statement runs longer than the patience. */
export async function connectPostgresql(address: Address, patience: Patience): Promise<Connection> {
	const { default: pg } = await import('pg');
	const client = new pg.Client(settingsOf(address, patience));
	// A connection that breaks later rejects the query in hand; the event alone must not end the program.
	client.on('error', () => undefined);
	await client.connect();
	// So a statement ends when its connection is gone; before version 14 nobody knows it, and the limit of time ends it.
	await client.query("SET client_connection_check_interval = '500ms'").catch(() => undefined);
	return {
		ask: async (sql) => (await client.query(sql)).rows,
		close: () => client.end().catch(() => undefined),
		abandon: () => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy(),
	};
}

function settingsOf({ host, port, database, user, password, tls }: Address, { connecting, asking }: Patience) {
	const session = {
		default_transaction_read_only: 'on',
		statement_timeout: asking,
		lock_timeout: Math.min(asking, 5_000),
		TimeZone: 'UTC',
	};
	return {
		host,
		port,
		...(database === undefined ? {} : { database }),
		...(user === undefined ? {} : { user }),
		...(password === undefined ? {} : { password }),
		ssl: tls === 'none' ? false : { rejectUnauthorized: tls === 'checked' },
		connectionTimeoutMillis: connecting,
		query_timeout: asking + 2_000,
		application_name: 'headwater',
		options: Object.entries(session)
			.map(([name, value]) => `-c ${name}=${value}`)
			.join(' '),
	};
}
