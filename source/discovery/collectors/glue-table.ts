import type { GetDatabasesCommandOutput, GetTablesCommandOutput, Table } from '@aws-sdk/client-glue';
import { arnOf, bucketIn } from '../reading/arn.ts';
import { tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { partitionOf } from '../reading/place.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const usual = { service: 'glue', rate: 5, burst: 10 } as const;
const getDatabases = {
	...usual,
	operation: 'GetDatabases',
	action: 'glue:GetDatabases',
	answers: 'DatabaseList',
	why: 'Lists the databases of the catalogue.',
} as const;
const getTables = {
	...usual,
	operation: 'GetTables',
	action: 'glue:GetTables',
	answers: 'TableList',
	why: 'Says which tables lie in a bucket and in which format.',
} as const;

/** Tables of the Glue catalogue: a link from the bucket they lie in. What a table says that fills a bucket alone, the bucket is. */
export const glueTable: Collector = {
	title: 'Glue tables',
	family: 'object',
	scope: 'region',
	calls: [getDatabases, getTables],
	async collect(reading) {
		const lane = atOnce(5);
		const pages = listed<GetDatabasesCommandOutput>(reading, getDatabases, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { DatabaseList = [] } of pages) {
			for (const { Name, TargetDatabase } of DatabaseList) {
				// A link to a database of another account; its tables are read there.
				if (Name === undefined || TargetDatabase !== undefined) continue;
				await lane.add(() => readTables(reading, Name));
			}
		}
		await lane.done();
	},
};

async function readTables(reading: Reading, DatabaseName: string): Promise<void> {
	const { region, cell: about } = reading;
	const pages = listed<GetTablesCommandOutput>(reading, getTables, {
		input: { DatabaseName, MaxResults: 100 },
		token: 'NextToken',
		next: ({ NextToken }) => NextToken,
	});
	try {
		for await (const { TableList = [] } of pages) for (const table of TableList) tell(reading, DatabaseName, table);
	} catch (error) {
		tellGaps(reading, { error, call: getTables, region, about: [about], facts: [] });
	}
}

function tell(reading: Reading, database: string, table: Table): void {
	const id = arnOf(reading, 'glue', `table/${database}/${table.Name}`);
	reading.emit.seen(id);
	const location = table.StorageDescriptor?.Location ?? '';
	const bucket = bucketIn(location.replace(/^s3[an]?:\/\//, `arn:${partitionOf(reading.region)}:s3:::`));
	if (bucket === undefined || table.TargetTable !== undefined) return;
	reading.emit.link({ from: bucket.id, to: id, by: id });
	// A table below a prefix shares the bucket with what nobody sees here.
	if (!bucket.prefixed) reading.emit.claim(bucket.id, measured(stated(table), { by: getTables, reading }));
}

function stated({ Parameters: said = {}, StorageDescriptor: kept }: Table): Stated {
	const iceberg = said.table_type?.toUpperCase() === 'ICEBERG';
	const named = said.classification ?? kept?.Parameters?.classification ?? '';
	const [, format] = formats.find(([sign]) => sign.test(`${named} ${kept?.InputFormat ?? ''}`)) ?? [];
	const text = format === 'json' || format === 'xml';
	return {
		format,
		structure: format && (text ? 'semi-structured' : 'structured'),
		'structure.iceberg': iceberg || undefined,
	};
}

/** How the catalogue spells formats, by its own word or by the class that reads them. */
const formats: readonly (readonly [sign: RegExp, format: string])[] = [
	[/parquet/i, 'parquet'],
	[/\borc\b|OrcInputFormat/i, 'orc'],
	[/avro/i, 'avro'],
	[/json/i, 'json'],
	[/csv/i, 'csv'],
	[/xml/i, 'xml'],
];
