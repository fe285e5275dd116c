import type { Address } from './database-address.ts';

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
	close(): Promise<void>;
	/** Ends the connection at once, without a word to the server. */
	abandon(): void;
}

export const usualPatience: Patience = { connecting: 10_000, asking: 30_000 };

/** Opens a connection with the driver of the engine, which is loaded then. Rejects with the driver's error. */
export async function connect(address: Address, patience: Patience = usualPatience): Promise<Connection> {
	if (address.engine === 'postgresql') return (await import('./postgresql.ts')).connectPostgresql(address, patience);
	return (await import('./mysql.ts')).connectMysql(address, patience);
}
