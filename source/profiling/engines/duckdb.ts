import { HeadwaterError } from '../../errors.ts';

/** A DuckDB in memory that may read the named files and nothing else. */
export interface Engine {
	/** The first row of a query. */
	row(sql: string): Promise<readonly unknown[]>;
	rows(sql: string): Promise<readonly (readonly unknown[])[]>;
	close(): void;
}

/** Opens the optional engine for these files; undefined where `@duckdb/node-api` is not installed. */
export async function openDuckdb(files: readonly string[], signal: AbortSignal): Promise<Engine | undefined> {
	const api = await import('@duckdb/node-api').catch(() => undefined);
	if (api === undefined) return undefined;
	const instance = await api.DuckDBInstance.create(':memory:', {
		memory_limit: '240MB',
		threads: '2',
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false',
		temp_directory: '',
	});
	const connection = await instance.connect();
	const stop = () => connection.interrupt();
	signal.addEventListener('abort', stop);
	await connection.run(`SET allowed_paths = [${files.map(textIn).join(', ')}]`);
	await connection.run(
		"SET enable_external_access = false; SET TimeZone = 'UTC'; SET preserve_insertion_order = false",
	);
	await connection.run('SET lock_configuration = true');
	const rows: Engine['rows'] = async (sql) => {
		try {
			return (await connection.runAndReadAll(sql)).getRowsJS() as readonly (readonly unknown[])[];
		} catch (cause) {
			// Its messages quote rows, so nothing of them is told.
			throw new HeadwaterError('engine', {
				message: 'DuckDB could not read a file the way its start was read.',
				wayOut: 'It is read without DuckDB instead.',
				cause: cause instanceof Error ? cause.name : undefined,
			});
		}
	};
	return {
		rows,
		row: async (sql) => (await rows(sql))[0] ?? [],
		close() {
			signal.removeEventListener('abort', stop);
			connection.closeSync();
			instance.closeSync();
		},
	};
}

/** Text from anywhere as a literal of SQL. */
export const textIn = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A name from anywhere as an identifier of SQL. */
export const nameIn = (name: string): string => `"${name.replaceAll('"', '""')}"`;
