import type { Caller } from '../../discovery/clients/call.ts';
import { getObject } from '../content-calls.ts';
import type { ListedFile } from '../reader.ts';
import type { OpenBytes } from './local-file.ts';

/** A bucket that was opened for contents. */
export interface OpenBucket {
	readonly caller: Caller;
	readonly region: string;
	readonly name: string;
	readonly signal: AbortSignal;
}

interface Answer {
	readonly ETag?: string;
	readonly Body?: { transformToByteArray(): Promise<Uint8Array> };
}

/** An object of S3 by ranges; parts of two versions tell that it changed meanwhile. Rejects with the SDK's error. */
export async function openObject(
	{ caller, region, name: Bucket, signal }: OpenBucket,
	{ path, size }: ListedFile,
): Promise<OpenBytes> {
	const { service, operation } = getObject;
	const versions = new Set<string | undefined>();
	return {
		name: path,
		size,
		async read(from, length) {
			const to = Math.min(size, from + length) - 1;
			if (to < from) return new Uint8Array();
			const input = { Bucket, Key: path, Range: `bytes=${from}-${to}` };
			const { Body, ETag } = await caller.call<Answer>({ service, operation, region, input, signal });
			versions.add(ETag);
			return (await Body?.transformToByteArray()) ?? new Uint8Array();
		},
		changed: () => Promise.resolve(versions.size > 1),
		close: () => Promise.resolve(),
	};
}
