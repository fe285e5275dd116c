/** How long a server may take, in milliseconds. */
export interface Patience {
	readonly connecting: number;
	readonly asking: number;
}

export type Row = Readonly<Record<string, unknown>>;
/** Asks one statement; rejects with the driver's error. */
export type Ask = (sql: string) => Promise<readonly Row[]>;

/** An open connection that the server itself keeps from writing. */
export interface Connection {
	readonly ask: Ask;
	/** Resolves when the server knows; after `abandon`, when it was told or could not be. */
	close(): Promise<void>;
	/** Ends the connection at once; what it was asking is rejected, and is soon no longer worked at on the server either. */
	abandon(): void;
}
