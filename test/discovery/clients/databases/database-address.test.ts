import { expect, test } from 'vitest';
import { addressIn, shownAddress } from '../../../../source/discovery/clients/databases/database-address.ts';

const env = { PGUSER: 'reader', PGPASSWORD: 'from-env', SHOP_URL: 'mysql://app:hid%40den@db.shop.example:3307/shop' };

test('an address names engine, host, port and database, and the environment the rest', () => {
	expect(addressIn('postgres://db.example/orders', env)).toEqual({
		engine: 'postgresql',
		host: 'db.example',
		port: 5432,
		database: 'orders',
		user: 'reader',
		password: 'from-env',
		tls: 'checked',
	});
});

test('a whole address with its password may stand in the environment', () => {
	expect(addressIn('env:SHOP_URL', env)).toMatchObject({
		engine: 'mysql',
		port: 3307,
		user: 'app',
		password: 'hid@den',
	});
});

test('TLS is checked unless the server is this machine or the address says otherwise', () => {
	expect(addressIn('mysql://127.0.0.1/shop', {}).tls).toBe('none');
	expect(addressIn('mysql://[::1]:3306/shop', {})).toMatchObject({ host: '::1', tls: 'none' });
	expect(addressIn('postgres://db.example/shop?sslmode=no-verify', {}).tls).toBe('unchecked');
	expect(() => addressIn('postgres://db.example/shop?sslmode=maybe', {})).toThrow('There is no sslmode "maybe".');
});

test('a password in the command is refused and not repeated', () => {
	const refused = () => addressIn('postgres://me:hidden@db.example/shop', {});
	expect(refused).toThrow('A password in the command can be read by everybody on this machine.');
	expect(refused).not.toThrow('hidden');
});

test('what is no address is shown without what may be its password', () => {
	expect(() => addressIn('jdbc:db2://me:hidden@host/shop', {})).toThrow('"jdbc:db2://…@host/shop" is no address');
	expect(() => addressIn('env:NOWHERE', {})).toThrow('The environment has no NOWHERE');
	expect(() => addressIn('env:BAD', { BAD: 'x://me:hidden@host' })).toThrow('the address in BAD is no address');
});

test('engines that are not asked directly name the query to run', () => {
	expect(() => addressIn('oracle://db.example/shop', {})).toThrow(
		expect.objectContaining({ wayOut: expect.stringContaining('headwater query oracle') }),
	);
});

test('an address is shown without user and password', () => {
	expect(shownAddress(addressIn('env:SHOP_URL', env))).toBe('db.shop.example:3307/shop');
	expect(shownAddress(addressIn('mysql://[::1]/', {}))).toBe('[::1]:3306');
});
