import { HeadwaterError } from '../../errors.ts';
import type { Source } from '../../estate/estate.ts';
import { clean, uncoded } from '../../facts/clean.ts';
import type { OpenDatabase } from '../../profiling/reader.ts';
import type { Surroundings } from '../command.ts';

/**
Opens the database of a source by the addresses that were given with `--database`: an estate keeps no user and no password. HeadwaterError
`no-database` where none of them is that of the source, `database-closed` where it does not open.
*/
export async function openDatabase(
	source: Source,
	said: readonly string[],
	env: Surroundings['env'],
): Promise<OpenDatabase> {
	const [{ addressIn, shownAddress }, { connect }, { troubleOf }] = await Promise.all([
		import('../../discovery/clients/databases/database-address.ts'),
		import('../../discovery/clients/databases/open-database.ts'),
		import('../../discovery/databases/trouble.ts'),
	]);
	for (const each of said) {
		const address = addressIn(each, env);
		// In MySQL a database is a schema, and stands at the end of the id.
		const server = address.engine === 'mysql' ? { ...address, database: undefined } : address;
		const start = `${source.place}/${shownAddress(server)}/`;
		if (!source.id.startsWith(start)) continue;
		try {
			return {
				connection: await connect(address),
				engine: address.engine,
				schema: uncoded(source.id.slice(start.length)),
			};
		} catch (error) {
			const { why, cure } = troubleOf(error);
			throw new HeadwaterError('database-closed', {
				message: `${shownAddress(address)} did not open: ${why}.`,
				wayOut: cure,
			});
		}
	}
	throw new HeadwaterError('no-database', {
		message: `No --database is the address of ${clean(source.title)}.`,
		wayOut:
			'Name it as for `headwater discover`, with the database after the host: --database postgres://USER@HOST/NAME',
	});
}
