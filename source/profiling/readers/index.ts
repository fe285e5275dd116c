import type { Reader } from '../reader.ts';
import { databaseSchema } from './database-schema.ts';
import { folder } from './folder.ts';

/** A reader for each kind of source of which samples can be read. */
export const readers = {
	'database-schema': databaseSchema,
	folder,
} as const satisfies Readonly<Record<string, Reader>>;

/** The reader of a kind; undefined where there is none. */
export const readerOf = (kind: string): Reader | undefined =>
	Object.hasOwn(readers, kind) ? readers[kind as keyof typeof readers] : undefined;
