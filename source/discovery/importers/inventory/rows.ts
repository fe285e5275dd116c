import { open } from 'node:fs/promises';
import { HeadwaterError } from '../../../errors.ts';

/** One record of an inventory, by the names of its columns or fields. */
export type Row = Readonly<Record<string, unknown>>;

/** Records that a whole JSON document may hold; larger inventories are read as NDJSON or Parquet, which are read piece by piece. */
const largestDocument = 256 * 2 ** 20;
/** Rows of a Parquet file that are in memory at once. */
const rowsAtOnce = 10_000;

/**
The records of a file: NDJSON (a record a line) and Parquet piece by piece, a JSON document whole. Of a document the list within
it is read, as the CLI of AWS and Steampipe wrap theirs. HeadwaterError `inventory-…` for what is none of these.
*/
export async function* rowsOf(path: string): AsyncGenerator<Row, void, undefined> {
	const file = await open(path).catch((cause: unknown) => {
		throw new HeadwaterError('inventory-missing', {
			message: `The inventory ${path} cannot be read.`,
			wayOut: 'Look at the name of the file and at who may read it.',
			cause,
		});
	});
	try {
		const start = Buffer.alloc(4096);
		const { bytesRead } = await file.read(start, 0, start.length, 0);
		const head = start
			.subarray(0, bytesRead)
			.toString('utf8')
			.replace(/^\ufeff/, '');
		const { size } = await file.stat();
		if (head.startsWith('PAR1')) {
			yield* parquetRows(size, async (from, to) => {
				const part = Buffer.alloc(to - from);
				await file.read(part, 0, part.length, from);
				return part.buffer.slice(part.byteOffset, part.byteOffset + part.length);
			});
		} else if (/^\s*\{.*\}[ \t]*\r?\n\s*\{/.test(head) || isOneLine(head, size)) {
			for await (const line of file.readLines({ encoding: 'utf8', start: 0 })) {
				if (line.trim() !== '') yield record(parsed(line.replace(/^\ufeff/, ''), path), path);
			}
		} else {
			if (size > largestDocument) throw tooLarge(path);
			const whole = Buffer.alloc(size);
			await file.read(whole, 0, size, 0);
			for (const one of listIn(parsed(whole.toString('utf8').replace(/^\ufeff/, ''), path))) yield record(one, path);
		}
	} finally {
		await file.close().catch(() => undefined);
	}
}

/** A first record longer than what was looked at: a line that is a record of its own, and no pretty document. */
const isOneLine = (head: string, size: number): boolean =>
	head.length < size &&
	!head.includes('\n') &&
	/^\s*\{/.test(head) &&
	!/^\s*\{\s*"(?:Results|Resources|rows|columns|configurationItems)"/.test(head);

async function* parquetRows(
	byteLength: number,
	slice: (from: number, to: number) => Promise<ArrayBuffer>,
): AsyncGenerator<Row, void, undefined> {
	const [{ parquetMetadataAsync, parquetReadObjects }, { compressors }] = await Promise.all([
		import('hyparquet'),
		import('hyparquet-compressors'),
	]);
	const file = { byteLength, slice: (from: number, to = byteLength) => slice(from, to) };
	const metadata = await parquetMetadataAsync(file);
	const total = Number(metadata.num_rows);
	for (let rowStart = 0; rowStart < total; rowStart += rowsAtOnce) {
		const rowEnd = Math.min(total, rowStart + rowsAtOnce);
		yield* await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd });
	}
}

/** The list of records in a document: the document itself, or the first of its lists. */
function listIn(document: unknown): readonly unknown[] {
	if (Array.isArray(document)) return document;
	if (typeof document !== 'object' || document === null) return [];
	const fields = document as Row;
	for (const name of ['Results', 'Resources', 'rows', 'configurationItems']) {
		if (Array.isArray(fields[name])) return fields[name];
	}
	return [document];
}

/** A record; AWS Config puts each of its results into a text of its own. */
function record(one: unknown, path: string): Row {
	const read = typeof one === 'string' ? parsed(one, path) : one;
	if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Row;
	throw unlike(path);
}

function parsed(text: string, path: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw unlike(path, cause);
	}
}

const unlike = (path: string, cause?: unknown): HeadwaterError =>
	new HeadwaterError('inventory-unlike', {
		message: `${path} is no inventory in JSON, NDJSON or Parquet.`,
		wayOut: 'Export it again as one of these; the README names the commands of each tool.',
		cause,
	});

const tooLarge = (path: string): HeadwaterError =>
	new HeadwaterError('inventory-large', {
		message: `${path} is one JSON document of more than 256 MiB.`,
		wayOut: 'Write a record a line (`jq -c .Results[]`), or Parquet: both are read piece by piece.',
	});
