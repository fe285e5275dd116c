import { open } from 'node:fs/promises';
import { codeOf } from '../workspace.ts';

/**
Reads a file line by line, in bounded memory: hands over the bytes of each that ends with a line feed, and where it begins.
Ends early when `take` returns false. A file that is missing has no lines.
*/
export async function eachLine(file: string, take: (line: Buffer, position: number) => boolean): Promise<void> {
	const handle = await open(file, 'r').catch((error: unknown) => {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	});
	if (handle === undefined) return;
	let left: Buffer = Buffer.alloc(0);
	let position = 0;
	try {
		for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 20, autoClose: false })) {
			const bytes = left.length === 0 ? (chunk as Buffer) : Buffer.concat([left, chunk as Buffer]);
			let from = 0;
			for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
				if (!take(bytes.subarray(from, to), position + from)) return;
				from = to + 1;
			}
			left = bytes.subarray(from);
			position += from;
		}
	} finally {
		await handle.close();
	}
}
