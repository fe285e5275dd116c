import { mysqlTables } from './mysql.ts';
import { postgresqlTables } from './postgresql.ts';

/** The query that shows the tables of an engine, and what a user needs to run it. */
export interface TablesQuery {
	readonly title: string;
	readonly sql: string;
	readonly needs: string;
}

/**
Columns of the result of every query, in any order: `table_schema`, `table_name`, `bytes`, `row_count`, `keyed` (1 or 0); if the engine
counts them `inserted`, `updated`, `deleted`; if the query says so `engine`, `version`, `database_name`, `charset`, `changes_readable` (1 or 0).
*/
export const tablesQueries = {
	oracle: {
		title: 'Oracle',
		needs: 'SELECT_CATALOG_ROLE',
		/** Views and columns as the Oracle Database Reference 19c names them. */
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
		/** Views and columns as the SQL Server documentation names them (sys.dm_db_partition_stats counts pages of 8 KiB). */
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
	postgresql: { title: 'PostgreSQL', needs: 'pg_monitor', sql: postgresqlTables },
	mysql: { title: 'MySQL and MariaDB', needs: 'SELECT on the schemas', sql: mysqlTables },
} as const satisfies Readonly<Record<string, TablesQuery>>;
