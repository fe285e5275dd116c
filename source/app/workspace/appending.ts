import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../workspace.ts';

/** A file that only grows, and whose parts can be read again. */
export interface Appending {
	/** Adds a text of so many bytes, soon and in order; returns where it will stand. Never fails: `close` tells. */
	append(text: string, length?: number): number;
	/** What stands somewhere, once it is there. */
	read(position: number, length: number): Promise<string>;
	/** Resolves when everything is on the disk, with what went wrong, if anything did. */
	close(): Promise<string | undefined>;
}

/** Milliseconds after which what was added is written. */
const soon = 5;

/** Opens a file to add to it; it is made, readable by its owner only, where it is missing. */
export async function openAppending(file: string): Promise<Appending> {
	await mkdir(dirname(file), { recursive: true, mode: 0o700 });
	const handle = await open(file, 'a+', 0o600);
	let ends = (await handle.stat()).size;
	let written = ends;
	let waiting: string[] = [];
	let writing: Promise<void> | undefined;
	let fault: string | undefined;
	const drain = async (): Promise<void> => {
		while (waiting.length > 0 && fault === undefined) {
			// What comes at the same time is written together: a write takes longer than what it keeps took to come.
			await sleep(soon);
			const text = waiting.join('');
			waiting = [];
			await handle.appendFile(text).catch((error: unknown) => {
				fault = codeOf(error) || String(error);
			});
			written += Buffer.byteLength(text);
		}
		writing = undefined;
	};
	return {
		append(text, length = Buffer.byteLength(text)) {
			const position = ends;
			ends += length;
			waiting.push(text);
			writing ??= drain();
			return position;
		},
		async read(position, length) {
			while (writing && written < position + length) await writing;
			const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
			return buffer.toString('utf8', 0, bytesRead);
		},
		async close() {
			while (writing) await writing;
			await handle.sync().catch(() => undefined);
			await handle.close();
			return fault;
		},
	};
}
