import type { Connection, Patience } from './database.ts';
import type { Address } from './database-address.ts';

export const usualPatience: Patience = { connecting: 10_000, asking: 30_000 };

/** Opens a connection with the driver of the engine, which is loaded then. Rejects with the driver's error. */
export async function connect(address: Address, patience: Patience = usualPatience): Promise<Connection> {
	if (address.engine === 'postgresql') return (await import('./postgresql.ts')).connectPostgresql(address, patience);
	return (await import('./mysql.ts')).connectMysql(address, patience);
}
