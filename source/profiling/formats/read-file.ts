import type { GrowingTable } from '../gathering.ts';
import { noteTrouble } from '../gathering.ts';
import type { Format, Reading } from '../reader.ts';
import type { Bytes } from './bytes.ts';
import { mediaSize } from './media-size.ts';
import { type Packing, packingOf, unpacked } from './packing.ts';
import type { TextKind, TextReading } from './text-reading.ts';

/** How much of a file is looked at to tell what it is. */
const looked = 65_536;

const kinds: Readonly<Partial<Record<Format, TextKind>>> = {
	csv: 'delimited',
	tsv: 'delimited',
	ndjson: 'records',
	text: 'plain',
	log: 'plain',
	xml: 'plain',
};

interface FileReading extends Reading {
	readonly allowed: number;
	readonly each: number;
}

/** Reads one file into the table it belongs to; undefined if nothing is in it. Rejects with what the system or a decoder throws. */
export async function readFile(file: Bytes, reading: FileReading): Promise<GrowingTable | undefined> {
	const first = await file.read(0, Math.min(looked, file.size, reading.allowed));
	if (first.length === 0) return undefined;
	const bytes = startingWith(file, first);
	const packing = packingOf(first);
	const start = packing === undefined ? first : await firstUnpacked(bytes, packing);
	const format = reading.formatOf(
		start,
		bytes.name,
		start.length < looked && (packing !== undefined || first.length === bytes.size),
	);
	const text: TextReading = { ...reading, table: tableName(bytes.name) };
	const kind = format && kinds[format];
	if (format === 'parquet' && packing === undefined) {
		const { readParquet } = await import('./read-parquet.ts');
		return readParquet(bytes, text);
	}
	if (format === 'json') {
		const { readDocument } = await import('./read-document.ts');
		return readDocument({ bytes, start, packing }, text);
	}
	if (format !== undefined && kind !== undefined) {
		const { readText } = await import('./read-text.ts');
		return readText({ bytes, start, kind, format, packing }, text);
	}
	return readMedia(bytes, start, format ?? 'binary', packing, text);
}

/** The same bytes, of which the first are read already and are not read again. */
const startingWith = (file: Bytes, first: Uint8Array): Bytes => ({
	name: file.name,
	size: file.size,
	async read(from, length) {
		const held = first.subarray(from, from + length);
		if (held.length === length || from + held.length >= file.size) return held;
		const rest = await file.read(from + held.length, length - held.length);
		return held.length === 0 ? rest : Buffer.concat([held, rest]);
	},
});

async function firstUnpacked(bytes: Bytes, packing: Packing): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	for await (const part of unpacked(bytes, packing, { mostRead: looked, mostMade: looked, onEnd: () => undefined }))
		parts.push(part);
	return Buffer.concat(parts);
}

const mediaColumns = ['width', 'height', 'bytes'] as const;

/** Files without rows are a data set of files: sizes, and of pictures how large they are. */
function readMedia(
	bytes: Bytes,
	start: Uint8Array,
	format: Format,
	packing: Packing | undefined,
	{ gathering, budget }: TextReading,
): GrowingTable {
	const table = gathering.tableFor(format, new Map(mediaColumns.map((name) => [name, 'integer'])), format);
	const size = mediaSize(start);
	table.tally.row(mediaColumns, [size?.width, size?.height, bytes.size]);
	budget.spend('rows', 1);
	table.bytes += start.length;
	table.opened += bytes.size;
	table.looked += bytes.size;
	if (format === 'image' && size === undefined)
		noteTrouble(table, 'is a picture whose size its start does not tell', bytes.name);
	if (packing !== undefined) noteTrouble(table, `is packed (${packing}) and holds no rows`, bytes.name);
	return table;
}

/** A table is called as its files are, without numbers, dates and endings. */
function tableName(path: string): string {
	const [base = ''] = (path.split('/').at(-1) ?? '').split('.', 1);
	const stem = base.replace(/(?:[-_ ]?(?:\d+|part|[0-9a-f]{8,}))+$/i, '');
	const folders = path.split('/').slice(0, -1);
	// Folders that split one data set (`day=1`, `2026-11`) name no table.
	const folder = folders.findLast((part) => !/=|^\d[\d_-]*$/.test(part)) ?? '';
	return /^(?:part|data|file|chunk)?$/i.test(stem) ? folder || 'rows' : stem;
}
