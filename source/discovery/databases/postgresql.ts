import type { Ask, Row } from '../clients/databases/database.ts';
import { estimatedRows } from '../clients/databases/postgresql.ts';
import type { Look, Server, Table } from './catalogue.ts';
import { systemSchemas } from './system-schemas.ts';

/**
What PostgreSQL 12 and newer is asked, once a look. `pg_table_size` counts the rows and their large values without indexes, and reads no row; the
counters are those of the statistics collector (PostgreSQL documentation, "The Cumulative Statistics System").
*/
const serverQuery = `
SELECT current_setting('server_version') AS version,
       current_setting('wal_level') AS wal_level,
       current_setting('server_encoding') AS charset,
       (SELECT string_agg(extname, ',' ORDER BY extname) FROM pg_extension WHERE extname <> 'plpgsql') AS extensions,
       (SELECT count(*) FROM pg_stat_replication) AS replicas,
       (SELECT extract(epoch FROM clock_timestamp() - stats_reset) FROM pg_stat_database WHERE datname = current_database()) AS counted_for,
       current_database() AS database,
       extract(epoch FROM clock_timestamp()) AS clock`;

export const postgresqlTables = `
SELECT 'postgresql' AS engine,
       current_setting('server_version') AS version,
       current_database() AS database_name,
       n.nspname AS table_schema,
       c.relname AS table_name,
       pg_table_size(c.oid) AS bytes,
       ${estimatedRows} AS row_count,
       EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary) AS keyed,
       s.n_tup_ins AS inserted,
       s.n_tup_upd AS updated,
       s.n_tup_del AS deleted
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
WHERE c.relkind = 'r'
  AND n.nspname NOT IN (${systemSchemas.postgresql}) AND n.nspname NOT LIKE 'pg\\_%'
ORDER BY n.nspname, c.relname`;

/** Server and tables as they are now. Rejects with the driver's error. */
export async function lookAtPostgresql(ask: Ask): Promise<Look> {
	const [server = {}] = await ask(serverQuery);
	const tables = await ask(postgresqlTables);
	return {
		server: serverOf(server),
		tables: tables.map(tableOf),
		clock: Number(server.clock),
	};
}

const serverOf = (row: Row): Server => ({
	engine: 'postgresql',
	database: String(row.database),
	version: String(row.version ?? '').split(' ')[0] ?? '',
	charset: String(row.charset ?? '') || undefined,
	extensions: row.extensions ? String(row.extensions).split(',') : [],
	changes: {
		readable: row.wal_level === 'logical',
		evidence: `wal_level = ${row.wal_level}${row.wal_level === 'logical' ? '' : '; change capture needs logical, set before a restart'}`,
	},
	replica: Number(row.replicas) > 0 || undefined,
	countedFor: row.counted_for === null ? undefined : Number(row.counted_for),
});

const tableOf = (row: Row): Table => ({
	schema: String(row.table_schema),
	name: String(row.table_name),
	bytes: Number(row.bytes ?? 0),
	rows: Number(row.row_count ?? 0),
	keyed: row.keyed === true,
	...(row.inserted === null
		? {}
		: {
				written: {
					inserted: Number(row.inserted),
					updated: Number(row.updated),
					deleted: Number(row.deleted),
				},
			}),
});
