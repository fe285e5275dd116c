import type { Address } from './address.ts';
import type { Look } from './catalogue.ts';

/** How long a server may take, in milliseconds. */
export interface Patience {
	readonly connecting: number;
	readonly asking: number;
}

/** An open connection that only asks the catalogue. */
export interface Connection {
	/** The server and its tables as they are now. Rejects with the driver's error. */
	look(): Promise<Look>;
	close(): Promise<void>;
	/** Ends the connection at once, without a word to the server. */
	abandon(): void;
}

export type Connect = (address: Address, patience: Patience) => Promise<Connection>;

/** Schemas that belong to the engine, as a list for SQL. */
export const systemSchemas = {
	postgresql: "'information_schema', 'pg_catalog'",
	mysql: "'mysql', 'sys', 'information_schema', 'performance_schema'",
} as const;
