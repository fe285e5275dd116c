import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Bytes } from './bytes.ts';

/** An open file: its bytes, whether it changed since it was opened, and how to close it. */
export interface OpenBytes extends Bytes {
	changed(): Promise<boolean>;
	close(): Promise<void>;
}

/** Opens a regular file for reading; a link that stands there meanwhile is not followed, and a pipe not waited for. Rejects with the system's error. */
export async function localFile(path: string, name: string): Promise<OpenBytes> {
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	const before = await handle.stat();
	return {
		name,
		size: before.isFile() ? before.size : 0,
		async read(from, length) {
			const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, before.size - from)));
			let filled = 0;
			while (filled < buffer.length) {
				const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, from + filled);
				if (bytesRead === 0) break;
				filled += bytesRead;
			}
			return buffer.subarray(0, filled);
		},
		changed: async () => differs(before, await handle.stat()),
		close: () => handle.close(),
	};
}

const differs = (before: Stats, after: Stats): boolean =>
	before.size !== after.size || before.mtimeMs !== after.mtimeMs;
