import { expect, test } from 'vitest';
import { glueConnection } from '../../../source/discovery/collectors/glue-connection.ts';
import { collect, valuesOf } from '../../peers/reading.ts';
import type { Table } from '../../peers/table-caller.ts';

const listing = (...ConnectionList: readonly object[]): Table => ({ GetConnections: { ConnectionList } });
const jdbc = (url: string) => ({
	Name: 'c',
	ConnectionType: 'JDBC',
	ConnectionProperties: { JDBC_CONNECTION_URL: url, USERNAME: 'scott', ENCRYPTED_PASSWORD: 'AQICAHh-secret' },
});

test('a database in a data centre is a source at a place behind the account, without its user or password', async () => {
	const { sources, places, gaps } = await collect(
		glueConnection,
		listing(jdbc('jdbc:oracle:thin:@//DB.plant.example:1521/MES')),
	);
	expect(gaps).toEqual([]);
	expect(places).toEqual([
		{
			id: 'on-premises:123456789012',
			title: 'Data centres behind AWS 123456789012',
			where: 'on-premises',
			facts: {},
		},
	]);
	expect(sources.map(({ facts, ...rest }) => ({ ...rest, facts: valuesOf(facts) }))).toEqual([
		{
			id: 'on-premises:123456789012/db.plant.example:1521/MES',
			kind: 'glue-connection',
			family: 'relational',
			title: 'MES on db.plant.example',
			place: 'on-premises:123456789012',
			facts: { engine: 'oracle', format: 'rows', structure: 'structured', protocol: 'jdbc', managed: 'self' },
		},
	]);
	expect(JSON.stringify(sources)).not.toMatch(/scott|secret/);
});

test.each([
	['of a service of AWS is found by its own kind', jdbc('jdbc:mysql://shop.c1.eu-central-1.rds.amazonaws.com:3306/a')],
	['to a network reaches no database', { Name: 'n', ConnectionType: 'NETWORK', ConnectionProperties: {} }],
	['that cannot be read is left out', jdbc('jdbc:weird')],
])('a connection %s', async (_, connection) => {
	const { sources, places } = await collect(glueConnection, listing(connection));
	expect({ sources, places }).toEqual({ sources: [], places: [] });
});

test('a database on a server in the region stands in AWS and is run by somebody', async () => {
	const { sources } = await collect(
		glueConnection,
		listing(jdbc('jdbc:postgresql://ip-10-0-0-7.eu-central-1.compute.internal:5432/stock')),
	);
	expect(sources.map(({ place, region, facts }) => [place, region, facts.managed?.value])).toEqual([
		['aws:123456789012:eu-central-1', 'eu-central-1', 'self'],
	]);
});

test.each([
	['another cloud', 'jdbc:sqlserver://erp.database.windows.net:1433;databaseName=erp', 'other-cloud', 'sqlserver'],
	['a service of somebody else', 'jdbc:snowflake://acme.snowflakecomputing.com/?db=SALES', 'saas', 'snowflake'],
])('a database in %s stands there', async (_, url, where, engine) => {
	const { sources, places } = await collect(glueConnection, listing(jdbc(url)));
	expect(places.map((place) => place.where)).toEqual([where]);
	expect(sources.map(({ place, facts }) => [place, facts.engine?.value, facts.managed?.value])).toEqual([
		[`${where}:123456789012`, engine, 'other'],
	]);
});

test('a SaaS product is told by its name and its address', async () => {
	const { sources } = await collect(
		glueConnection,
		listing({
			Name: 'crm',
			ConnectionType: 'SALESFORCE',
			ConnectionProperties: { INSTANCE_URL: 'https://Acme.my.salesforce.com' },
		}),
	);
	expect(sources.map(({ id, family, title, facts }) => [id, family, title, valuesOf(facts)])).toEqual([
		[
			'saas:123456789012/acme.my.salesforce.com',
			'saas',
			'acme.my.salesforce.com',
			{ saas: 'salesforce', protocol: 'api', managed: 'other' },
		],
	]);
});

test('passwords are not asked for, and pages follow the token', async () => {
	const { caller } = await collect(glueConnection, {
		GetConnections: ({ input }) => ({ ConnectionList: [], NextToken: input.NextToken ? undefined : 'more' }),
	});
	expect(caller.inputsOf('GetConnections').map(({ HidePassword, NextToken }) => [HidePassword, NextToken])).toEqual([
		[true, undefined],
		[true, 'more'],
	]);
});
