import type { Caller } from '../discovery/clients/call.ts';
import type { Connection } from '../discovery/clients/databases/database.ts';
import type { Source } from '../estate/estate.ts';
import type { FactOf } from '../facts/index.ts';
import type { FileFigures, TableFigures } from './figures.ts';
import type { Gathering, GrowingTable } from './gathering.ts';
import type { Budget, Limits } from './limits.ts';
import type { Sketch } from './references.ts';

export type Format = FactOf<'format'>['values'][number];

/** What a yes would allow to be read of one source, at most. Made without reading anything. */
export interface Announcement {
	readonly source: string;
	readonly title: string;
	/** Completes "headwater would read …". */
	readonly reads: string;
	readonly bytes: number;
	/** DynamoDB read units, where they are spent. */
	readonly readUnits?: number;
	/** Requests that are billed. */
	readonly requests: number;
	readonly dollars: number;
}

/** A regular file below a folder, by its path with forward slashes. */
export interface ListedFile {
	readonly path: string;
	readonly size: number;
}

/** The files of one source: how many there are in all, and some that were chosen by chance. */
export interface FileList extends Pick<FileFigures, 'count' | 'volume' | 'sizes' | 'histogram'> {
	/** The folder that paths are below. */
	readonly root: string;
	readonly chosen: readonly ListedFile[];
}

/** The outside world of readers, handed in by the application. */
export interface Around {
	readonly signal: AbortSignal;
	readonly now: () => Date;
	/** Names and sizes of the files of a local source; no file is opened for it. */
	readonly filesOf: (source: Source, most: number) => Promise<FileList>;
	/** The format that the first bytes and the name of a file show. */
	readonly formatOf: (start: Uint8Array, name: string, whole: boolean) => Format | undefined;
	/** An account opened for contents. */
	readonly openFor: (source: Source) => Promise<Caller>;
	/** Read without the optional engine. */
	readonly plain?: boolean;
	/** The database of a source, in a session that cannot write; a HeadwaterError where no address was given for it. */
	readonly openDatabase: (source: Source) => Promise<OpenDatabase>;
}

export interface OpenDatabase {
	readonly connection: Connection;
	readonly engine: 'postgresql' | 'mysql';
	readonly schema: string;
}

export interface Reading extends Around {
	readonly budget: Budget;
	readonly gathering: Gathering;
	readonly random: () => number;
	/** Other sources are read besides, whose values may be named here. */
	readonly isOneOfMany: boolean;
}

/** What a reader found beside the rows. */
export interface ReadSource {
	readonly files?: FileFigures;
	/** Every row of the source was looked at. */
	readonly whole: boolean;
	/** Figures of tables of which an engine counted every row. */
	readonly exact?: ReadonlyMap<GrowingTable, TableFigures>;
	/** Values of columns of those tables, by hash, where other tables are read besides. */
	readonly sketches?: ReadonlyMap<GrowingTable, ReadonlyMap<string, Sketch>>;
}

/** Reads samples of one kind of source. Its record is light; what reads is imported inside `read`. */
export interface Reader {
	readonly title: string;
	/** Left out unless it is asked for by name: reading it disturbs others, or shows what people wrote. */
	readonly onlyByName?: boolean;
	announce(source: Source, limits: Limits): Announcement;
	/** Rows go into the gathering. What cannot be read is told there and rejects nothing; the signal ends it early. */
	read(source: Source, reading: Reading): Promise<ReadSource>;
}
