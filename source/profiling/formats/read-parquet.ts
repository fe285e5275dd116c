import type { AsyncBuffer, FileMetaData, SchemaElement } from 'hyparquet';
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import type { ColumnType } from '../figures.ts';
import { type FileSchema, type GrowingTable, noteTrouble } from '../gathering.ts';
import type { Bytes } from './bytes.ts';
import { alikeNames, flattened } from './nested.ts';
import type { TextReading } from './text-reading.ts';

/** The footer is at most so long in files that anybody could read. */
const footerRead = 65_536;

/** Reads a Parquet file: its footer, then whole row groups as far as they are allowed. */
export async function readParquet(bytes: Bytes, reading: TextReading): Promise<GrowingTable> {
	const { gathering, budget, allowed, random, table: name, signal } = reading;
	let read = 0;
	const file = bufferOf(bytes, (count) => {
		read += count;
		budget.spend('bytes', count);
	});
	const metadata = await footerOf(file);
	if (!isConsistent(metadata)) throw new Error('the footer contradicts itself');
	const table = gathering.tableFor('parquet', parquetColumns(metadata), name);
	const rows = Number(metadata.num_rows);
	table.stored = (table.stored ?? 0) + rows;
	const groups = chosenGroups(metadata, {
		// What the footer took was no part of the rows.
		allowed: allowed >= bytes.size ? Number.POSITIVE_INFINITY : allowed - read,
		rows: budget.left('rows'),
		random,
	});
	const { compressors } = await import('hyparquet-compressors');
	const alike = alikeNames();
	let taken = 0;
	try {
		for (const { from, to } of groups) {
			if (signal.aborted || budget.ended() !== undefined) break;
			table.tally.piece();
			const records = await parquetReadObjects({ file, metadata, rowStart: from, rowEnd: to, compressors });
			for (const record of records) {
				const { names, values } = flattened(record);
				table.tally.row(alike(names), values);
			}
			taken += records.length;
			budget.spend('rows', records.length);
		}
	} catch (cause) {
		noteTrouble(
			table,
			`could not be read beyond its footer (${cause instanceof Error ? kindOfFault(cause) : 'unknown'})`,
			bytes.name,
		);
	}
	table.bytes += read;
	table.opened += bytes.size;
	table.looked += read;
	if (taken < rows) table.whole = false;
	return table;
}

const bufferOf = (bytes: Bytes, onRead: (count: number) => void): AsyncBuffer => ({
	byteLength: bytes.size,
	async slice(start, end = bytes.size) {
		const part = await bytes.read(start, end - start);
		onRead(part.length);
		return part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength) as ArrayBuffer;
	},
});

/**
Whether every row group holds the columns of the schema, in its order. Where a footer contradicts itself the decoder begins with
columns that it never waits for, and their faults would end the program.
*/
function isConsistent(metadata: FileMetaData): boolean {
	const leaves = leavesOf(parquetSchema(metadata));
	return metadata.row_groups.every(
		({ columns }) =>
			columns.length === leaves.length &&
			columns.every(({ meta_data: data }, index) => data?.path_in_schema.join('.') === leaves[index]),
	);
}

const leavesOf = ({ children, path }: ReturnType<typeof parquetSchema>): readonly string[] =>
	children.length === 0 ? [path.join('.')] : children.flatMap(leavesOf);

const footerOf = (file: AsyncBuffer): Promise<FileMetaData> =>
	parquetMetadataAsync(file, { initialFetchSize: Math.min(footerRead, file.byteLength) });

/** The columns of a Parquet file and how many rows it has, from its footer alone. */
export async function readFooter(bytes: Bytes): Promise<{ readonly rows: number; readonly columns: FileSchema }> {
	const metadata = await footerOf(bufferOf(bytes, () => undefined));
	return { rows: Number(metadata.num_rows), columns: parquetColumns(metadata) };
}

/** Of a fault of the decoder only what sort it is: its message may carry bytes of the file. */
const kindOfFault = ({ message }: Error): string =>
	/unsupported|encrypt|compression codec/i.exec(message)?.[0].toLowerCase() ?? 'broken pages';

/** Row groups that fit, at random places; with one part of a group at least where rows are the bound. */
function chosenGroups(
	{ row_groups: groups }: FileMetaData,
	{ allowed, rows, random }: { allowed: number; rows: number; random: () => number },
): readonly { readonly from: number; readonly to: number }[] {
	let start = 0;
	const all = groups.map((group) => {
		const from = start;
		start += Number(group.num_rows);
		const size = group.columns.reduce((sum, column) => sum + Number(column.meta_data?.total_compressed_size ?? 0), 0);
		return { from, to: start, size, turn: random() };
	});
	const total = all.reduce((sum, { size }) => sum + size, 0);
	const order = total <= allowed ? all : all.toSorted((a, b) => a.turn - b.turn);
	const chosen: { from: number; to: number }[] = [];
	let [bytes, taken] = [0, 0];
	for (const { from, to, size } of order) {
		if (bytes + size > allowed || taken >= rows) continue;
		bytes += size;
		const most = Math.min(to - from, rows - taken);
		taken += most;
		chosen.push({ from, to: from + most });
	}
	return chosen;
}

/** The columns of a footer with their types, those of records in records by dotted names. */
function parquetColumns(metadata: FileMetaData): FileSchema {
	const found = new Map<string, ColumnType>();
	const walk = (node: ReturnType<typeof parquetSchema>, path: string, depth: number): void => {
		for (const child of node.children) {
			const name = path === '' ? child.element.name : `${path}.${child.element.name}`;
			const { converted_type: converted, repetition_type: repetition } = child.element;
			const isList = converted === 'LIST' || converted === 'MAP' || repetition === 'REPEATED';
			if (child.children.length > 0 && !isList && depth < 4) walk(child, name, depth + 1);
			else found.set(name, isList ? 'list' : typeOfElement(child.element));
		}
	};
	walk(parquetSchema(metadata), '', 1);
	return found;
}

function typeOfElement({ type, converted_type: converted, logical_type: logical }: SchemaElement): ColumnType {
	if (logical?.type === 'TIMESTAMP' || converted?.startsWith('TIMESTAMP') || type === 'INT96') return 'timestamp';
	if (logical?.type === 'DATE' || converted === 'DATE') return 'date';
	if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') return 'decimal';
	if (logical?.type === 'STRING' || converted === 'UTF8' || converted === 'ENUM' || logical?.type === 'UUID')
		return 'text';
	if (type === 'BOOLEAN') return 'boolean';
	if (type === 'INT32' || type === 'INT64') return 'integer';
	if (type === 'FLOAT' || type === 'DOUBLE') return 'decimal';
	return 'binary';
}
