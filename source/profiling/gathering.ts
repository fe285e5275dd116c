import { type TableTally, tableTally } from './counting/table-tally.ts';
import type { ColumnType } from './figures.ts';
import type { Dialect } from './formats/delimited.ts';
import { seeded } from './random.ts';

/** One file as it was seen: which columns it has, and of which type. */
export type FileSchema = ReadonlyMap<string, ColumnType>;

/** A table while it is read: its rows may come from many files. */
export interface GrowingTable {
	readonly name: string;
	readonly format: string;
	readonly tally: TableTally;
	readonly schemas: FileSchema[];
	/** Rows that were there before each file. */
	readonly starts: number[];
	readonly troubles: Map<string, { count: number; readonly first: string }>;
	engine: string;
	/** How each of its delimited files is written. */
	readonly dialects: Dialect[];
	bytes: number;
	/** Bytes of all files of the table that were opened, and how many of them were looked at. */
	opened: number;
	looked: number;
	files: number;
	/** Rows in all, where a format says so. */
	stored: number | undefined;
	whole: boolean;
}

/** The tables of one source while it is read. */
export interface Gathering {
	readonly tables: readonly GrowingTable[];
	/** The table that rows of these columns belong to: one of the same format with half of the columns in common, or a new one. */
	tableFor(format: string, schema: FileSchema, name: string): GrowingTable;
	/** A table of its own, whatever it resembles; the last one where there are too many. */
	ownTable(format: string, name: string, columns: number): GrowingTable;
	unread(why: string): void;
	/** Drops every table, to begin again another way. */
	forget(): void;
	readonly troubles: readonly string[];
}

/** Names that nobody could tell apart are as good as the same. */
const share = 0.5;
const mostTables = 200;

export function gathering(): Gathering {
	const tables: GrowingTable[] = [];
	const troubles: string[] = [];
	return {
		tables,
		troubles,
		forget() {
			tables.length = 0;
		},
		unread(why) {
			if (!troubles.includes(why)) troubles.push(why);
		},
		ownTable(format, name, columns) {
			const found = newTable(format, columns, nameFor(tables, name));
			if (tables.length >= mostTables) return tables[tables.length - 1] as GrowingTable;
			tables.push(found);
			return found;
		},
		tableFor(format, schema, name) {
			const alike = tables.find((table) => table.format === format && resembles(table, schema));
			const found =
				alike ?? (tables.length < mostTables ? newTable(format, schema.size, nameFor(tables, name)) : undefined);
			if (found === undefined) return tables[tables.length - 1] as GrowingTable;
			if (alike === undefined) tables.push(found);
			found.schemas.push(schema);
			found.starts.push(found.tally.rows());
			found.files += 1;
			return found;
		},
	};
}

function resembles({ schemas }: GrowingTable, schema: FileSchema): boolean {
	const [first] = schemas;
	if (first === undefined || first.size === 0 || schema.size === 0) return first?.size === schema.size;
	const common = [...schema.keys()].filter((name) => first.has(name)).length;
	return common >= share * Math.min(first.size, schema.size);
}

const newTable = (format: string, columns: number, name: string): GrowingTable => ({
	name,
	format,
	tally: tableTally(seeded(1), columns),
	schemas: [],
	starts: [],
	troubles: new Map(),
	engine: 'headwater',
	dialects: [],
	bytes: 0,
	opened: 0,
	looked: 0,
	files: 0,
	stored: undefined,
	whole: true,
});

function nameFor(tables: readonly GrowingTable[], name: string): string {
	const taken = new Set(tables.map((table) => table.name));
	if (!taken.has(name)) return name;
	for (let number = 2; ; number += 1) if (!taken.has(`${name} (${number})`)) return `${name} (${number})`;
}

/** Notes what is odd about a file; the same of many files is told once with their number. */
export function noteTrouble(table: Pick<GrowingTable, 'troubles'>, what: string, file: string): void {
	const known = table.troubles.get(what);
	if (known) known.count += 1;
	else table.troubles.set(what, { count: 1, first: file });
}
