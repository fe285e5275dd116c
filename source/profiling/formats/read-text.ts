import type { GrowingTable } from '../gathering.ts';
import { type Bytes, type Span, spansOf } from './bytes.ts';
import { delimitedRows } from './delimited-rows.ts';
import { encodingOf } from './encoding.ts';
import { linesOf, lineTroubles, noLineTroubles } from './lines.ts';
import { unpacked } from './packing.ts';
import { plainRows, recordRows } from './rows-of-text.ts';
import { tableOnce } from './table-once.ts';
import type { TextFile, TextReading } from './text-reading.ts';

/** How much is read at once. */
const step = 1_048_576;
/** Unpacked bytes for each packed one that may be read: text packs to a tenth or so, bombs to a thousandth. */
const growth = 40;

/** Reads the rows of a text file into the table they belong to, within what is allowed. Resolves to the table; undefined if it holds no row. */
export async function readText(file: TextFile, reading: TextReading): Promise<GrowingTable | undefined> {
	const { bytes, start, packing, kind } = file;
	const { allowed, each, random } = reading;
	const encoding = encodingOf(start);
	const rowsOf =
		kind === 'delimited' ? delimitedRows(file, start, encoding) : kind === 'records' ? recordRows() : plainRows();
	if (rowsOf === undefined) return undefined;
	const spans = packing === undefined ? spansOf(bytes.size, allowed, each, random) : [{ from: 0, to: bytes.size }];
	const troubles = noLineTroubles();
	let read = 0;
	let whole = packing !== undefined || (spans.length === 1 && spans[0]?.to === bytes.size);
	const target = tableOnce(file, rowsOf.format ?? file.format, reading);
	for (const [index, span] of spans.entries()) {
		if (reading.signal.aborted || reading.budget.ended() !== undefined) {
			whole = false;
			break;
		}
		const parts =
			packing === undefined
				? partsOf(bytes, span, (count) => {
						read += count;
						reading.budget.spend('bytes', count);
					})
				: unpacked(bytes, packing, {
						mostRead: allowed,
						mostMade: Math.min(allowed * growth, reading.budget.left('bytes')),
						onEnd: (end) => {
							read += end.read;
							reading.budget.spend('bytes', end.read);
							if (!end.whole) whole = false;
							if (end.broken) target.trouble('is cut off or broken in its packing');
						},
					});
		const lines = linesOf(parts, {
			encoding,
			begins: span.from === 0,
			ends: packing !== undefined || span.to >= bytes.size,
			troubles,
		});
		rowsOf.begin(index === 0);
		target.piece();
		for await (const some of lines) {
			for (const line of some) rowsOf.line(line, target.row);
			if (reading.signal.aborted || reading.budget.ended() !== undefined) {
				whole = false;
				break;
			}
		}
		rowsOf.finish(target.row);
	}
	if (encoding.trouble !== undefined) target.trouble(encoding.trouble);
	for (const trouble of [...lineTroubles(troubles), ...rowsOf.troubles()]) target.trouble(trouble);
	return target.settle(read, whole, rowsOf.dialect);
}

async function* partsOf(bytes: Bytes, { from, to }: Span, onRead: (count: number) => void): AsyncGenerator<Uint8Array> {
	for (let at = from; at < to; at += step) {
		const part = await bytes.read(at, Math.min(step, to - at));
		onRead(part.length);
		if (part.length === 0) return;
		yield part;
	}
}
