import type { GetDataCatalogCommandOutput, ListDataCatalogsCommandOutput } from '@aws-sdk/client-athena';
import { arnOf } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { tellOutside } from '../reading/outside.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'athena', rate: 5, burst: 10 } as const;
const listCatalogs = {
	...usual,
	operation: 'ListDataCatalogs',
	action: 'athena:ListDataCatalogs',
	answers: 'DataCatalogsSummary',
	why: 'Lists catalogues through which Athena reaches other stores.',
} as const;
const getCatalog = {
	...usual,
	operation: 'GetDataCatalog',
	action: 'athena:GetDataCatalog',
	answers: 'DataCatalog',
	why: 'Says by which connection or function a catalogue reaches its store, and of which product it is.',
} as const;

/** Stores that Athena reaches through catalogues of its own; that of Glue itself is read by other kinds. */
export const athenaCatalog: Collector = {
	title: 'Athena data catalogues',
	family: 'warehouse',
	scope: 'region',
	calls: [listCatalogs, getCatalog],
	async collect(reading) {
		const lane = atOnce(5);
		const pages = listed<ListDataCatalogsCommandOutput>(reading, listCatalogs, {
			input: { MaxResults: 50 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { DataCatalogsSummary = [] } of pages) {
			for (const { CatalogName = '', Type } of DataCatalogsSummary) {
				if (Type === 'GLUE') continue;
				reading.emit.seen(catalogArn(reading, CatalogName));
				await lane.add(() => describe(reading, CatalogName));
			}
		}
		await lane.done();
	},
};

const catalogArn = (reading: Reading, name: string): string => arnOf(reading, 'athena', `datacatalog/${name}`);

async function describe(reading: Reading, Name: string): Promise<void> {
	const { region, cell, emit } = reading;
	try {
		const { DataCatalog } = await ask<GetDataCatalogCommandOutput>(reading, getCatalog, { Name });
		const { ConnectionType = '', Parameters: said = {} } = DataCatalog ?? {};
		const by = catalogArn(reading, Name);
		const product = tellProduct(reading, Name, ConnectionType);
		const through = said['connection-arn'] ?? said['metadata-function'] ?? said.function;
		if (product ?? through) emit.link({ from: product ?? through ?? '', to: by, by });
	} catch (error) {
		tellGaps(reading, { error, call: getCatalog, region, about: [cell], facts: [] });
	}
}

/** Products that stand outside AWS, whoever connects to them. */
const outside: Readonly<Record<string, { readonly where: 'saas' | 'other-cloud'; readonly stated: Stated }>> = {
	SNOWFLAKE: { where: 'saas', stated: { engine: 'snowflake' } },
	BIGQUERY: { where: 'other-cloud', stated: { engine: 'bigquery' } },
	SYNAPSE: { where: 'other-cloud', stated: { engine: 'sqlserver' } },
};

/** A warehouse outside AWS as a source, by its catalogue, since its address stands in a secret. */
function tellProduct(reading: Reading, name: string, type: string): string | undefined {
	const known = outside[type];
	if (known === undefined) return undefined;
	const place = tellOutside(reading, known.where);
	const id = `${place}/${name}`;
	const stated: Stated = {
		...known.stated,
		format: 'rows',
		structure: 'structured',
		protocol: 'jdbc',
		managed: 'other',
	};
	const facts = measured(stated, { by: getCatalog, reading });
	reading.emit.source({ id, kind: 'athena-catalog', family: 'warehouse', title: name, place, facts });
	return id;
}
