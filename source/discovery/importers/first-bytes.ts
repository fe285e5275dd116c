import { open } from 'node:fs/promises';
import { constants, gunzipSync } from 'node:zlib';
import { type Format, formatOf } from './sniff.ts';

/** How much of a file is looked at, bytes. */
export const lookedAt = 4096;

/**
The format that the first 4 KiB of a file show; of a gzip file, what is packed in them. Undefined for an empty file and for
other packings, of which nothing can be seen. Rejects with the system's error.
*/
export async function formatInFile(file: string, byName: Format | undefined): Promise<Format | undefined> {
	const handle = await open(file, 'r');
	try {
		const { bytesRead, buffer } = await handle.read(Buffer.alloc(lookedAt), 0, lookedAt, 0);
		const bytes = buffer.subarray(0, bytesRead);
		if (bytes[0] === 0x1f && bytes[1] === 0x8b) return packedFormat(bytes, byName);
		// Office documents are archives too, and known by their names.
		if (isPacked(bytes)) return byName === 'document' ? byName : undefined;
		return formatOf(bytes, byName, bytesRead < lookedAt);
	} finally {
		await handle.close();
	}
}

function packedFormat(bytes: Buffer, byName: Format | undefined): Format | undefined {
	try {
		// The end is missing on purpose: what was unpacked so far is enough.
		const inside = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8_000_000 });
		return formatOf(inside.subarray(0, lookedAt), byName, inside.length < lookedAt && bytes.length < lookedAt);
	} catch {
		return undefined;
	}
}

const packMarks = ['\u0028\u00b5\u002f\u00fd', 'BZh', 'PK\u0003\u0004', '\u00fd7zXZ'];

const isPacked = (bytes: Buffer): boolean => {
	const start = bytes.subarray(0, 8).toString('latin1');
	return packMarks.some((mark) => start.startsWith(mark));
};
