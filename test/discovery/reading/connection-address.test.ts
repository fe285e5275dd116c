import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectionAddress, jdbcAddress } from '../../../source/discovery/reading/connection-address.ts';

test.each([
	['jdbc:mysql://db.example:3306/shop', { engine: 'mysql', host: 'db.example', port: 3306, database: 'shop' }],
	['jdbc:postgresql://db.example/shop?sslmode=require', { engine: 'postgresql', host: 'db.example', database: 'shop' }],
	['jdbc:oracle:thin:@//db:1521/MES', { engine: 'oracle', host: 'db', port: 1521, database: 'MES' }],
	['jdbc:oracle:thin://@db:1521/MES', { engine: 'oracle', host: 'db', port: 1521, database: 'MES' }],
	['jdbc:oracle:thin:@db:1521:ORCL', { engine: 'oracle', host: 'db', port: 1521, database: 'ORCL' }],
	['jdbc:oracle:thin:scott/tiger@//db:1521/MES', { engine: 'oracle', host: 'db', port: 1521, database: 'MES' }],
	[
		'jdbc:sqlserver://db:1433;databaseName=shop;user=sa;password=p',
		{ engine: 'sqlserver', host: 'db', port: 1433, database: 'shop' },
	],
	['jdbc:weird', undefined],
	['', undefined],
])('of %s only engine, host, port and database are kept', (url, expected) => {
	expect(JSON.parse(JSON.stringify(jdbcAddress(url) ?? null))).toEqual(expected ?? null);
});

test.each([
	['KAFKA', { KAFKA_BOOTSTRAP_SERVERS: 'b-1.example:9094,b-2.example:9094' }, 'kafka', 'b-1.example', 9094],
	['MONGODB', { CONNECTION_URL: 'mongodb://reader:pw@docs.example:27017/shop' }, 'mongodb', 'docs.example', 27017],
	['POSTGRESQL', { HOST: 'db.example', PORT: '5432', DATABASE: 'shop' }, 'postgresql', 'db.example', 5432],
] as const)(
	'a connection of type %s says its address in a way of its own',
	(ConnectionType, said, engine, host, port) => {
		const address = connectionAddress({ ConnectionType, ConnectionProperties: said });
		expect(address).toMatchObject({ engine, host, port });
	},
);

test('whatever signs a password has, no part of it is taken for a host or a database', () => {
	const signs = fc.string({
		unit: fc.constantFrom('X', '@', '/', ':', '?', ';', '=', '#'),
		minLength: 1,
		maxLength: 12,
	});
	fc.assert(
		fc.property(signs, (password) => {
			const told = [
				jdbcAddress(`jdbc:oracle:thin:scott/${password}@//db:1521/mes`),
				jdbcAddress(`jdbc:mysql://reader:${password}@db:3306/mes`),
				jdbcAddress(`jdbc:mysql://db:3306/mes?user=a&password=${password}`),
				jdbcAddress(`jdbc:sqlserver://db:1433;databaseName=mes;password=${password}`),
			];
			expect(JSON.stringify(told)).not.toContain('X');
			expect(JSON.stringify(told)).not.toContain('scott');
		}),
		{ numRuns: 500 },
	);
});
