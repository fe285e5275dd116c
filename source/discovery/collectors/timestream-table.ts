import type {
	Database,
	ListDatabasesCommandOutput,
	ListTablesCommandOutput,
	Table,
} from '@aws-sdk/client-timestream-write';
import { days } from '../../facts/units.ts';
import { ask } from '../reading/ask.ts';
import { keyNamed } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { measured } from '../reading/measured.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'timestream-write', rate: 5, burst: 10 } as const;
const describeEndpoints = {
	...usual,
	operation: 'DescribeEndpoints',
	action: 'timestream:DescribeEndpoints',
	answers: 'Endpoints',
	why: 'Says which cell of Timestream answers an account; the SDK asks it as well before it lists.',
} as const;
const listDatabases = {
	...usual,
	operation: 'ListDatabases',
	action: 'timestream:ListDatabases',
	answers: 'Databases',
	why: 'Lists Timestream databases with their key.',
} as const;
const listTables = {
	...usual,
	operation: 'ListTables',
	action: 'timestream:ListTables',
	answers: 'Tables',
	why: 'Lists the tables of all databases, with how long they keep data.',
} as const;

/** Tables of Timestream for LiveAnalytics, which new customers cannot open since 2025-06-20. How much one holds is not told. */
export const timestreamTable: Collector = {
	title: 'Timestream tables',
	family: 'time-series',
	scope: 'region',
	calls: [describeEndpoints, listDatabases, listTables],
	async collect(reading) {
		await ask(reading, describeEndpoints);
		const databases = new Map<string, Database>();
		const found = listed<ListDatabasesCommandOutput>(reading, listDatabases, {
			input: { MaxResults: 20 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { Databases = [] } of found) {
			for (const database of Databases) databases.set(database.DatabaseName ?? '', database);
		}
		if (databases.size === 0) return;
		const pages = listed<ListTablesCommandOutput>(reading, listTables, {
			input: { MaxResults: 20 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { Tables = [] } of pages) {
			for (const table of Tables) tell(reading, table, databases.get(table.DatabaseName ?? ''));
		}
	},
};

function tell(reading: Reading, table: Table, database: Database | undefined): void {
	const { Arn: id = '', TableName = '', DatabaseName = '', RetentionProperties: kept } = table;
	const keptDays = kept?.MagneticStoreRetentionPeriodInDays;
	const facts = measured(
		{
			engine: 'timestream',
			format: 'rows',
			structure: 'structured',
			protocol: 'api',
			managed: 'other',
			updates: 'append',
			'event.time': true,
			encrypted: true,
			key: keyNamed(database?.KmsKeyId),
			retention: keptDays === undefined ? undefined : days(keptDays),
		},
		{ by: listTables, reading },
	);
	const title = `${DatabaseName}.${TableName}`;
	tellSource(reading, { id, kind: 'timestream-table', family: 'time-series', title, facts });
}
