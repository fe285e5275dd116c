import { mysqlTables } from './mysql.ts';
import { postgresqlTables } from './postgresql.ts';

/** The query that shows the tables of an engine, and what a user needs to run it. */
export interface TablesQuery {
	readonly title: string;
	readonly sql: string;
	readonly needs: string;
	/** How sure it is that it runs: where it was tried, or which public reference its views and columns were compared with, and when. */
	readonly tried: string;
}

/**
Columns of the result of every query, in any order: `table_schema`, `table_name`, `bytes`, `row_count`, `keyed` (1 or 0); if the engine
counts them `inserted`, `updated`, `deleted`; if the query says so `engine`, `version`, `database_name`, `charset`, `changes_readable` (1 or 0).
*/
export const tablesQueries = {
	oracle: {
		title: 'Oracle',
		needs: 'SELECT_CATALOG_ROLE, on Oracle 12.1.0.2 or later',
		// V$DATABASE (log_mode, supplemental_log_data_min) and DBA_USERS (oracle_maintained, from 12.1.0.2) were found in the Database Reference
		// 12.1 and 12.2; DBA_SEGMENTS (owner, segment_name, segment_type, bytes) and DBA_LOBS (owner, table_name, segment_name) only in articles
		// of others. Tables that are an index (IOT) have no segment of their own and count no bytes.
		tried: 'compared with the public reference of Oracle 12 on 2026-11-29, and never run on a server by us',
		sql: `
SELECT 'oracle' AS engine,
       (SELECT version FROM product_component_version WHERE product LIKE 'Oracle%' AND ROWNUM = 1) AS version,
       SYS_CONTEXT('USERENV', 'DB_NAME') AS database_name,
       (SELECT value FROM nls_database_parameters WHERE parameter = 'NLS_CHARACTERSET') AS charset,
       (SELECT CASE WHEN log_mode = 'ARCHIVELOG' AND supplemental_log_data_min <> 'NO' THEN 1 ELSE 0 END FROM v$database) AS changes_readable,
       t.owner AS table_schema,
       t.table_name,
       NVL(s.bytes, 0) + NVL(l.bytes, 0) AS bytes,
       NVL(t.num_rows, 0) AS row_count,
       CASE WHEN k.table_name IS NULL THEN 0 ELSE 1 END AS keyed
FROM dba_tables t
LEFT JOIN (SELECT owner, segment_name, SUM(bytes) AS bytes FROM dba_segments WHERE segment_type LIKE 'TABLE%' GROUP BY owner, segment_name) s
  ON s.owner = t.owner AND s.segment_name = t.table_name
LEFT JOIN (SELECT b.owner, b.table_name, SUM(g.bytes) AS bytes FROM dba_lobs b JOIN dba_segments g
             ON g.owner = b.owner AND g.segment_name = b.segment_name GROUP BY b.owner, b.table_name) l
  ON l.owner = t.owner AND l.table_name = t.table_name
LEFT JOIN (SELECT DISTINCT owner, table_name FROM dba_constraints WHERE constraint_type = 'P') k
  ON k.owner = t.owner AND k.table_name = t.table_name
WHERE t.owner NOT IN (SELECT username FROM dba_users WHERE oracle_maintained = 'Y')
ORDER BY t.owner, t.table_name`,
	},
	sqlserver: {
		title: 'SQL Server',
		needs: 'VIEW DATABASE STATE',
		// sys.dm_db_partition_stats (object_id, index_id 0 heap and 1 clustered, in_row_data_page_count, lob_used_page_count; pages of 8 KiB, no in-row
		// pages for a columnstore) and sys.databases.is_cdc_enabled stand in the documentation of SQL Server 2008 to 2012 and of today's change
		// data capture; row_overflow_used_page_count is from memory.
		tried: 'compared with the public documentation of SQL Server on 2026-11-29, and never run on a server by us',
		sql: `
SELECT 'sqlserver' AS engine,
       CAST(SERVERPROPERTY('ProductVersion') AS varchar(40)) AS version,
       DB_NAME() AS database_name,
       CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS varchar(128)) AS charset,
       (SELECT CAST(is_cdc_enabled AS int) FROM sys.databases WHERE database_id = DB_ID()) AS changes_readable,
       s.name AS table_schema,
       t.name AS table_name,
       SUM(CAST(p.in_row_data_page_count + p.lob_used_page_count + p.row_overflow_used_page_count AS bigint)) * 8192 AS bytes,
       SUM(p.row_count) AS row_count,
       OBJECTPROPERTY(t.object_id, 'TableHasPrimaryKey') AS keyed
FROM sys.tables t
JOIN sys.schemas s ON s.schema_id = t.schema_id
JOIN sys.dm_db_partition_stats p ON p.object_id = t.object_id AND p.index_id IN (0, 1)
WHERE t.is_ms_shipped = 0
GROUP BY s.name, t.name, t.object_id
ORDER BY s.name, t.name`,
	},
	postgresql: {
		title: 'PostgreSQL',
		needs: 'pg_monitor',
		tried: 'run on PostgreSQL 15 in every test',
		sql: postgresqlTables,
	},
	mysql: {
		title: 'MySQL and MariaDB',
		needs: 'SELECT on the schemas',
		tried: 'run on MariaDB 10.11 in every test',
		sql: mysqlTables,
	},
} as const satisfies Readonly<Record<string, TablesQuery>>;
