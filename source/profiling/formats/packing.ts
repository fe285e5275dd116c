import { pipeline, Readable } from 'node:stream';
import { constants, createGunzip, createZstdDecompress } from 'node:zlib';
import type { Bytes } from './bytes.ts';

export type Packing = 'gzip' | 'zstd';

/** How the first bytes say a file is packed; undefined if it is not. */
export function packingOf(start: Uint8Array): Packing | undefined {
	if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
	if (start[0] === 0x28 && start[1] === 0xb5 && start[2] === 0x2f && start[3] === 0xfd) return 'zstd';
	return undefined;
}

const step = 256 * 1024;

export interface Unpacking {
	/** Packed bytes that may be read, and unpacked ones that may come of them. */
	readonly mostRead: number;
	readonly mostMade: number;
	/** Told once at the end. `broken`: what follows could not be unpacked. */
	readonly onEnd: (end: { readonly read: number; readonly whole: boolean; readonly broken: boolean }) => void;
}

/** The unpacked bytes from the start on, as far as both bounds allow: a small file that holds gigabytes ends at the second. */
export async function* unpacked(bytes: Bytes, packing: Packing, unpacking: Unpacking): AsyncGenerator<Uint8Array> {
	const { mostRead, mostMade, onEnd } = unpacking;
	let read = 0;
	let made = 0;
	async function* packed(): AsyncGenerator<Uint8Array> {
		while (read < Math.min(bytes.size, mostRead)) {
			const part = await bytes.read(read, Math.min(step, mostRead - read));
			if (part.length === 0) return;
			read += part.length;
			yield part;
		}
	}
	// The end may be missing on purpose; what was unpacked so far counts.
	const machine = packing === 'gzip' ? createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }) : createZstdDecompress();
	let failure: Error | undefined;
	pipeline(Readable.from(packed()), machine, (error) => {
		failure = error ?? undefined;
	});
	let broken = false;
	try {
		for await (const part of machine as AsyncIterable<Uint8Array>) {
			made += part.length;
			yield made > mostMade ? part.subarray(0, part.length - (made - mostMade)) : part;
			if (made >= mostMade) break;
		}
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		// Errors of reading are the reader's own; those of the packing are told as such.
		if (!/^(?:Z_|ERR_|ZSTD)/.test(code)) throw failure ?? error;
		broken = read >= bytes.size;
	} finally {
		onEnd({ read, whole: !broken && read >= bytes.size && made < mostMade, broken });
	}
}
