import { HeadwaterError } from '../../errors.ts';
import type { Command } from '../command.ts';

/** `headwater query ENGINE`: what a database is asked, for those who run it themselves. */
export const query: Command = {
	title: "Print the query that reads a database's catalogue, to be run by somebody else",
	usage: 'ENGINE',
	options: {},
	positionals: [1, 1],
	example: 'headwater query oracle > tables.sql',
	help: 'ENGINE is oracle, sqlserver, postgresql or mysql. The query reads sizes, keys and counters of tables, never their rows. Save its result as CSV with column names, then:  headwater discover --queried FILE',
	async run({ positionals: [engine = ''], print }) {
		const { tablesQueries } = await import('../../discovery/databases/queries.ts');
		if (!Object.hasOwn(tablesQueries, engine)) {
			throw new HeadwaterError('query-engine', {
				message: `There is no query for "${engine}".`,
				wayOut: `Name one of: ${Object.keys(tablesQueries).join(', ')}.`,
			});
		}
		const { title, needs, tried, sql } = tablesQueries[engine as keyof typeof tablesQueries];
		print(
			`-- Tables of ${title}, from its catalogue alone; the user needs ${needs}.\n-- It was ${tried}.${sql.startsWith('\n') ? '' : '\n'}${sql};\n`,
		);
		return 0;
	},
};
