import { expect, test } from 'vitest';
import { athenaCatalog } from '../../../source/discovery/collectors/athena-catalog.ts';
import { collect, valuesOf } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const catalog = 'arn:aws:athena:eu-central-1:123456789012:datacatalog/sales';
const listing = {
	ListDataCatalogs: {
		DataCatalogsSummary: [
			{ CatalogName: 'AwsDataCatalog', Type: 'GLUE' },
			{ CatalogName: 'sales', Type: 'FEDERATED' },
		],
	},
};

test('a warehouse outside AWS is a source, and a link to the catalogue that shows it', async () => {
	const { sources, links, places } = await collect(athenaCatalog, {
		...listing,
		GetDataCatalog: { DataCatalog: { ConnectionType: 'SNOWFLAKE', Parameters: { 'connection-arn': 'arn:c' } } },
	});
	expect(places.map(({ where }) => where)).toEqual(['saas']);
	expect(sources.map(({ id, family, facts }) => [id, family, valuesOf(facts)])).toEqual([
		[
			'saas:123456789012/sales',
			'warehouse',
			{ engine: 'snowflake', format: 'rows', structure: 'structured', protocol: 'jdbc', managed: 'other' },
		],
	]);
	expect(links).toEqual([{ from: 'saas:123456789012/sales', to: catalog, by: catalog }]);
});

test('what may stand anywhere is only a link from the connection or the function that reaches it', async () => {
	const from = async (DataCatalog: object) => {
		const { sources, links } = await collect(athenaCatalog, { ...listing, GetDataCatalog: { DataCatalog } });
		return [sources.length, ...links.map((link) => link.from)];
	};
	expect(await from({ ConnectionType: 'ORACLE', Parameters: { 'connection-arn': 'arn:c' } })).toEqual([0, 'arn:c']);
	expect(await from({ Parameters: { 'metadata-function': 'arn:lambda' } })).toEqual([0, 'arn:lambda']);
	expect(await from({})).toEqual([0]);
});

test('the catalogue of Glue is not asked about; a denied one is a gap', async () => {
	const { caller, gaps } = await collect(athenaCatalog, {
		...listing,
		GetDataCatalog: denied('athena:GetDataCatalog'),
	});
	expect(caller.inputsOf('GetDataCatalog')).toEqual([{ Name: 'sales' }]);
	expect(gaps.map(({ action }) => action)).toEqual(['athena:GetDataCatalog']);
});
