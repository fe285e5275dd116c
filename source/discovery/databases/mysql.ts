import type { Ask, Row } from '../clients/databases/database.ts';
import type { Look, Server, Table, Written } from './catalogue.ts';
import { systemSchemas } from './system-schemas.ts';

export const mysqlTables = `
SELECT CASE WHEN VERSION() LIKE '%MariaDB%' THEN 'mariadb' ELSE 'mysql' END AS engine,
       VERSION() AS version,
       t.TABLE_SCHEMA AS table_schema,
       t.TABLE_NAME AS table_name,
       t.DATA_LENGTH AS bytes,
       t.TABLE_ROWS AS row_count,
       k.TABLE_NAME IS NOT NULL AS keyed
FROM information_schema.TABLES t
LEFT JOIN information_schema.TABLE_CONSTRAINTS k
  ON k.TABLE_SCHEMA = t.TABLE_SCHEMA AND k.TABLE_NAME = t.TABLE_NAME AND k.CONSTRAINT_TYPE = 'PRIMARY KEY'
WHERE t.TABLE_TYPE = 'BASE TABLE' AND t.TABLE_SCHEMA NOT IN (${systemSchemas.mysql})
ORDER BY t.TABLE_SCHEMA, t.TABLE_NAME`;

/** Rows that went through each table since the server began to count; the performance schema may be off, or closed to the user. */
const countsQuery = `
SELECT OBJECT_SCHEMA AS table_schema, OBJECT_NAME AS table_name,
       COUNT_INSERT AS inserted, COUNT_UPDATE AS updated, COUNT_DELETE AS deleted
FROM performance_schema.table_io_waits_summary_by_table
WHERE OBJECT_TYPE = 'TABLE' AND OBJECT_SCHEMA NOT IN (${systemSchemas.mysql})`;

const settingsQuery = `SHOW GLOBAL VARIABLES WHERE Variable_name IN
('version', 'version_comment', 'log_bin', 'binlog_format', 'binlog_row_image', 'character_set_server', 'performance_schema')`;
const statusQuery = `SHOW GLOBAL STATUS WHERE Variable_name IN
('Uptime', 'Slaves_connected', 'Innodb_rows_inserted', 'Innodb_rows_updated', 'Innodb_rows_deleted',
 'Handler_write', 'Handler_update', 'Handler_delete')`;

/** Server and tables as they are now. Rejects with the driver's error. */
export async function lookAtMysql(ask: Ask): Promise<Look> {
	const settings = named(await ask(settingsQuery));
	const counts = settings.get('performance_schema') === 'ON' ? await ask(countsQuery).catch(() => []) : [];
	const status = named(await ask(statusQuery));
	const [time] = await ask('SELECT UNIX_TIMESTAMP(SYSDATE(6)) AS clock');
	const counted = new Map(counts.map((row) => [keyOf(row), writtenIn(row)]));
	const tables = (await ask(mysqlTables)).map((row): Table => {
		const written = counted.get(keyOf(row));
		return {
			schema: String(row.table_schema),
			name: String(row.table_name),
			bytes: Number(row.bytes ?? 0),
			rows: Number(row.row_count ?? 0),
			keyed: Number(row.keyed) === 1,
			...(written ? { written } : {}),
		};
	});
	return { server: serverOf(settings, status, counted.size > 0), tables, clock: Number(time?.clock) };
}

const keyOf = (row: Row): string => JSON.stringify([row.table_schema, row.table_name]);

const writtenIn = (row: Row): Written => ({
	inserted: Number(row.inserted),
	updated: Number(row.updated),
	deleted: Number(row.deleted),
});

function serverOf(settings: Named, status: Named, byTable: boolean): Server {
	const version = settings.get('version') ?? '';
	const logs = settings.get('log_bin') === 'ON';
	const format = settings.get('binlog_format') ?? 'ROW';
	const image = settings.get('binlog_row_image') ?? 'FULL';
	const readable = logs && format === 'ROW' && image === 'FULL';
	return {
		engine: /mariadb/i.test(`${version} ${settings.get('version_comment')}`) ? 'mariadb' : 'mysql',
		version: version.split('-')[0] ?? version,
		charset: settings.get('character_set_server'),
		changes: {
			readable,
			evidence: logs
				? `binlog_format = ${format}, binlog_row_image = ${image}${readable ? '' : '; change capture needs ROW and FULL'}`
				: 'log_bin = OFF; change capture needs the binary log, set before a restart',
		},
		replica: Number(status.get('Slaves_connected') ?? 0) > 0 || undefined,
		countedFor: Number(status.get('Uptime')),
		...(byTable ? {} : { written: writtenInServer(status) }),
	};
}

/** MariaDB counts rows at the handlers only, MySQL in InnoDB too, where its own temporary tables are left out. */
function writtenInServer(status: Named): Written {
	const count = (inInnodb: string, atHandler: string) =>
		Number(status.get(inInnodb) ?? status.get(atHandler) ?? Number.NaN);
	return {
		inserted: count('Innodb_rows_inserted', 'Handler_write'),
		updated: count('Innodb_rows_updated', 'Handler_update'),
		deleted: count('Innodb_rows_deleted', 'Handler_delete'),
	};
}

type Named = ReadonlyMap<string, string>;
const named = (rows: readonly Row[]): Named =>
	new Map(rows.map((row) => [String(row.Variable_name), String(row.Value)]));
