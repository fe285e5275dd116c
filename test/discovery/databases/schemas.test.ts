import { expect, test } from 'vitest';
import type { Look } from '../../../source/discovery/databases/catalogue.ts';
import { tablesQueries } from '../../../source/discovery/databases/queries.ts';
import { schemasOf } from '../../../source/discovery/databases/schemas.ts';
import { uncoded } from '../../../source/facts/clean.ts';
import { headwater } from '../../peers/program.ts';

const look = (schema: string): Look => ({
	server: { engine: 'postgresql', version: '15.1', countedFor: undefined },
	tables: [
		{ schema, name: 'a\u0007b', bytes: 10, rows: 1, keyed: false, written: { inserted: 0, updated: 0, deleted: 0 } },
	],
	clock: 0,
});
const standing = {
	place: 'plant',
	address: 'db:5432/shop',
	managed: 'self',
	evidence: 'the catalogue',
	at: '2026-11-24T10:00:00Z',
};

test('control characters in the name of a schema are coded, and found again where it is read', () => {
	const [source] = schemasOf(look('sh\u001bop\n'), look('sh\u001bop\n'), standing);
	expect(source).toMatchObject({ id: 'plant/db:5432/shop/sh%1Bop%0A', title: 'sh%1Bop%0A on db:5432/shop' });
	expect(JSON.stringify(source)).not.toMatch(/\\u00|\\n/);
	expect(uncoded('sh%1Bop%0A')).toBe('sh\u001bop\n');
	expect(uncoded('100%25 %C2%85 100%')).toBe('100%25 \u0085 100%');
});

test.each(Object.keys(tablesQueries))('the query for %s says how sure it is that it runs', async (engine) => {
	const { stdout } = await headwater(['query', engine]);
	expect(stdout).toMatch(/^-- Tables of .*\n-- It was (?:run on|compared with) [^\n]+\.\n(?!--)/);
});
