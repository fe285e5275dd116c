import type { GrowingTable } from '../gathering.ts';
import type { Bytes } from './bytes.ts';
import { encodingOf } from './encoding.ts';
import { elementCutter } from './json-elements.ts';
import { longestLine } from './lines.ts';
import { alikeNames, flattened, isRecord } from './nested.ts';
import { type Packing, unpacked } from './packing.ts';
import { tableOnce } from './table-once.ts';
import type { TextReading } from './text-reading.ts';

/** A document up to this size is read as a whole, so that a list within it is found. */
const mostWhole = 32_000_000;

/** Reads a JSON document: the rows are the elements of its list. A large one is read from its start, if it is a list. */
export async function readDocument(
	{
		bytes,
		start,
		packing,
	}: { readonly bytes: Bytes; readonly start: Uint8Array; readonly packing: Packing | undefined },
	reading: TextReading,
): Promise<GrowingTable | undefined> {
	const encoding = encodingOf(start);
	const target = tableOnce({ bytes }, 'json', reading);
	const alike = alikeNames();
	const take = (record: unknown): void => {
		const { names, values } = flattened(record);
		target.row(alike(names), values);
	};
	let broken = 0;
	const cutter = elementCutter((element) => {
		try {
			take(JSON.parse(element));
		} catch {
			broken += 1;
		}
	}, longestLine);
	const decoder = new TextDecoder(encoding.label, { ignoreBOM: true });
	const allowed = Math.min(reading.allowed, reading.budget.left('bytes'));
	let read = 0;
	let whole = true;
	let text = '';
	const packedEnd = { read: 0, whole: true, broken: false };
	const parts =
		packing === undefined
			? plainParts(bytes, allowed)
			: unpacked(bytes, packing, {
					mostRead: allowed,
					mostMade: allowed * 40,
					onEnd: (end) => Object.assign(packedEnd, end),
				});
	let mark = encoding.mark;
	for await (const part of parts) {
		read += part.length;
		reading.budget.spend('bytes', part.length);
		const more = decoder.decode(part.subarray(mark), { stream: true });
		mark = 0;
		if (cutter.isList !== false) cutter.add(text + more);
		if (cutter.isList !== true) text += more;
		else text = '';
		if (text.length > mostWhole || reading.signal.aborted || reading.budget.ended() !== undefined || cutter.ended) {
			whole = cutter.ended;
			break;
		}
	}
	if (packing !== undefined) whole &&= packedEnd.whole;
	else if (read < bytes.size) whole = false;
	if (cutter.isList === true) {
		if (!cutter.ended) {
			if (whole) target.trouble('is a JSON list that is never closed');
			whole = false;
		}
	} else if (!readWhole(text, take))
		target.trouble(whole ? 'is no JSON' : 'is one JSON record too large to be read in part');
	if (encoding.trouble !== undefined) target.trouble(encoding.trouble);
	if (packedEnd.broken) target.trouble('is cut off or broken in its packing');
	if (broken > 0) target.trouble('has elements that are no JSON');
	if (cutter.tooLong > 0) target.trouble('has elements too long to be read');
	return target.settle(packing === undefined ? read : packedEnd.read, whole);
}

async function* plainParts(bytes: Bytes, allowed: number): AsyncGenerator<Uint8Array> {
	const step = 1_048_576;
	for (let at = 0; at < Math.min(bytes.size, allowed); at += step) {
		const part = await bytes.read(at, Math.min(step, allowed - at));
		if (part.length === 0) return;
		yield part;
	}
}

/** Takes the rows of a document that is no list: the longest list of records in it, else the document itself. */
function readWhole(text: string, take: (record: unknown) => void): boolean {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		return false;
	}
	const lists = isRecord(document)
		? Object.values(document).filter((value) => Array.isArray(value) && value.length > 1)
		: [];
	const longest = (lists as readonly (readonly unknown[])[]).toSorted((a, b) => b.length - a.length)[0];
	if (longest?.some(isRecord)) for (const record of longest) take(record);
	else take(document);
	return true;
}
