import type { Dialect } from '../formats/delimited.ts';
import { nameIn, textIn } from './duckdb.ts';

/** Files that an engine reads as one table. */
export interface Relation {
	readonly files: readonly string[];
	readonly format: 'csv' | 'tsv' | 'parquet';
	/** Of delimited text. */
	readonly dialect?: Dialect;
}

/** The files as a table of SQL; those of Parquet with a column that names the file, where one is asked for. All of delimited text is text, so that words stay what they are. */
export function relationSql({ files, format, dialect }: Relation, fileColumn?: string): string {
	const list = `[${files.map(textIn).join(', ')}]`;
	const file = fileColumn === undefined ? '' : `, filename = ${textIn(fileColumn)}`;
	if (format === 'parquet') return `read_parquet(${list}, union_by_name = true${file})`;
	const { delimiter = ',', header = true, names = [] } = dialect ?? {};
	const columns = names.map((name) => `${nameIn(name)}: 'VARCHAR'`).join(', ');
	return `read_csv(${list}, auto_detect = false, delim = ${textIn(delimiter)}, quote = '"', escape = '"', header = ${header}, columns = {${columns}}, null_padding = true, strict_mode = false, max_line_size = 1000000, buffer_size = 4000000)`;
}
