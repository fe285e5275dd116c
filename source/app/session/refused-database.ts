import { addressIn } from '../../discovery/clients/databases/database-address.ts';
import { HeadwaterError } from '../../errors.ts';

/**
What is wrong with the address of a database as it was typed, before a session keeps it: undefined if nothing is. One in the environment
(`env:NAME`) is looked at when it is used.
*/
export function refusedDatabase(said: string): { readonly message: string; readonly wayOut: string } | undefined {
	if (said.startsWith('env:')) return undefined;
	try {
		addressIn(said, {});
		return undefined;
	} catch (error) {
		if (error instanceof HeadwaterError) return { message: error.message, wayOut: error.wayOut };
		throw error;
	}
}
