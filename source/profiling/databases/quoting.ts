// Names and texts in SQL. A name may hold any character; what ends it is doubled.

/** A name in PostgreSQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A name in MySQL and MariaDB. */
export const backticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** A text, for names of schemas in the catalogue. Without backslashes, which MySQL reads in its own way. */
export function literal(text: string): string {
	if (text.includes('\\')) throw new RangeError('A schema with a backslash in its name is not read.');
	return `'${text.replaceAll("'", "''")}'`;
}
