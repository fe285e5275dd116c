/** Schemas that belong to the engine, as a list for SQL. */
export const systemSchemas = {
	postgresql: "'information_schema', 'pg_catalog'",
	mysql: "'mysql', 'sys', 'information_schema', 'performance_schema'",
} as const;
