import { expect, test } from 'vitest';
import { dmsEndpoint } from '../../../source/discovery/collectors/dms-endpoint.ts';
import { glueConnection } from '../../../source/discovery/collectors/glue-connection.ts';
import { collect, readingOf, valuesOf } from '../../peers/reading.ts';
import type { Table } from '../../peers/table-caller.ts';

const source = (more: object) => ({
	EndpointArn: 'arn:endpoint',
	EndpointType: 'SOURCE',
	EngineName: 'oracle',
	ServerName: 'db.plant.example',
	Port: 1521,
	DatabaseName: 'MES',
	Username: 'scott',
	ExtraConnectionAttributes: 'password=tiger',
	...more,
});
const listing = (...Endpoints: readonly object[]): Table => ({ DescribeEndpoints: { Endpoints } });
const told = async (endpoint: object) =>
	(await collect(dmsEndpoint, listing(endpoint))).sources.map(({ id, family, place, facts }) => [
		id,
		family,
		place,
		valuesOf(facts),
	]);
const rows = { format: 'rows', structure: 'structured', protocol: 'jdbc' };

test('a database that is read is a source where it stands, with its engine and never with its user or password', async () => {
	const { sources } = await collect(dmsEndpoint, listing(source({})));
	expect(sources.map(({ id, kind, title, place }) => [id, kind, title, place])).toEqual([
		[
			'on-premises:123456789012/db.plant.example:1521/MES',
			'dms-endpoint',
			'MES on db.plant.example',
			'on-premises:123456789012',
		],
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({ ...rows, engine: 'oracle', managed: 'self' });
	expect(JSON.stringify(sources)).not.toMatch(/scott|tiger/);
});

test.each([
	[
		'MongoDB keeps documents',
		source({
			EngineName: 'mongodb',
			ServerName: undefined,
			Port: undefined,
			DatabaseName: undefined,
			MongoDbSettings: { ServerName: 'docs.example', Port: 27017, DatabaseName: 'shop', Password: 'x' },
		}),
		'document',
		{ engine: 'mongodb', structure: 'semi-structured', managed: 'self' },
	],
	[
		'Azure SQL is SQL Server',
		source({ EngineName: 'azuredb' }),
		'relational',
		{ ...rows, engine: 'sqlserver', managed: 'self' },
	],
	[
		'Sybase has no word of its own',
		source({ EngineName: 'sybase' }),
		'relational',
		{ ...rows, engine: 'other', managed: 'self' },
	],
	[
		'Kafka is a stream',
		source({
			EngineName: 'kafka',
			ServerName: undefined,
			KafkaSettings: { Broker: 'b1.example:9092,b2.example:9092' },
		}),
		'stream',
		{ protocol: 'kafka', updates: 'append', managed: 'self' },
	],
])('%s', async (_, endpoint, family, facts) => {
	const [found] = await told(endpoint);
	expect([found?.[1], found?.[3]]).toEqual([family, facts]);
});

test.each([
	['a target is no source', source({ EndpointType: 'target' })],
	['a database of RDS is found by its own kind', source({ ServerName: 'shop.c1.eu-central-1.rds.amazonaws.com' })],
	['a bucket has no server', source({ EngineName: 's3', ServerName: undefined })],
])('%s', async (_, endpoint) => {
	expect(await told(endpoint)).toEqual([]);
});

test('a database that DMS and Glue both read is one source, the same whoever tells it first', async () => {
	const table: Table = {
		...listing(source({})),
		GetConnections: {
			ConnectionList: [
				{
					Name: 'mes',
					ConnectionType: 'JDBC',
					ConnectionProperties: { JDBC_CONNECTION_URL: 'jdbc:oracle:thin:@//DB.plant.example:1521/MES' },
				},
			],
		},
	};
	const orders = [
		[dmsEndpoint, glueConnection],
		[glueConnection, dmsEndpoint],
	];
	const found = await Promise.all(
		orders.map(async (collectors) => {
			const { reading, gathered } = readingOf(table);
			for (const collector of collectors) await collector.collect(reading);
			return gathered.sources();
		}),
	);
	expect(found[0]).toHaveLength(1);
	expect(found[0]?.[0]?.kind).toBe('dms-endpoint');
	expect(found[1]).toEqual(found[0]);
});
