import { open } from 'node:fs/promises';
import { codeOf } from '../workspace.ts';

/** Bytes read at a time; a longer line makes the room larger. */
const room = 1 << 20;

/**
Reads a file line by line, in bounded memory: hands over the bytes of each that ends with a line feed, and where it begins. The
bytes stand until `take` returns. Ends early when it returns false. A file that is missing has no lines.
*/
export async function eachLine(file: string, take: (line: Buffer, position: number) => boolean): Promise<void> {
	const handle = await open(file, 'r').catch((error: unknown) => {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	});
	if (handle === undefined) return;
	// One room for everything that is read: each new one would stand in memory until the next collection.
	let bytes = Buffer.allocUnsafe(room);
	let filled = 0;
	let position = 0;
	try {
		for (;;) {
			if (filled === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length)]);
			const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled);
			if (bytesRead === 0) return;
			const until = filled + bytesRead;
			let from = 0;
			for (let to = bytes.indexOf(10, filled); to >= 0 && to < until; to = bytes.indexOf(10, from)) {
				if (!take(bytes.subarray(from, to), position + from)) return;
				from = to + 1;
			}
			bytes.copyWithin(0, from, until);
			filled = until - from;
			position += from;
		}
	} finally {
		await handle.close();
	}
}
