import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { seeded } from '../../source/profiling/random.ts';
import { columnOf, folderOf, profileOf, tableIn, troublesOf } from '../peers/profiling.ts';

/** Rows with faults planted in known numbers. */
function orders(count: number) {
	const random = seeded(7);
	return Array.from({ length: count }, (_, index) => ({
		order_id: index + 1,
		ordered_at: new Date(Date.UTC(2026, 0, 1) + index * 600_000).toISOString(),
		amount: Math.round(random() * 10_000) / 100,
		discount: index % 10 === 0 ? '' : 1 + (index % 5),
		coupon: index % 3 === 0 ? `C${index % 7}` : '',
		country: ['DE', 'FR', 'IT', 'ES'][index % 4],
		email: `customer${index % 900}@example.com`,
		constant: 'x',
		quantity: index % 50 === 7 ? 'many' : index % 9,
	}));
}

const csvOf = (rows: readonly Readonly<Record<string, unknown>>[], delimiter = ','): string =>
	`${[Object.keys(rows[0] ?? {}).join(delimiter), ...rows.map((row) => Object.values(row).join(delimiter))].join('\n')}\n`;

const planted = orders(5000);

test.each([
	['CSV', 'orders.csv', csvOf(planted)],
	['TSV', 'orders.tsv', csvOf(planted, '\t')],
	['semicolons', 'orders.csv', csvOf(planted, ';')],
	['NDJSON', 'orders.ndjson', planted.map((row) => JSON.stringify(row)).join('\n')],
	['JSON', 'orders.json', JSON.stringify(planted)],
	['gzip', 'orders.csv.gz', gzipSync(csvOf(planted))],
	['zstd', 'orders.csv.zst', zstdCompressSync(csvOf(planted))],
	['UTF-16', 'orders.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csvOf(planted), 'utf16le')])],
])('planted faults are counted exactly in %s', async (_, name, content) => {
	const table = await tableIn({ [name]: content });
	expect(table.figures).toMatchObject({ rows: 5000, population: 5000, whole: true, duplicates: 0 });
	expect(columnOf(table, 'discount').complete).toEqual({ value: 0.9, low: 0.9, high: 0.9, of: 5000 });
	expect(columnOf(table, 'coupon').column.missing).toBe(3333);
	expect(columnOf(table, 'quantity').valid.value).toBe(0.98);
	expect(columnOf(table, 'country').column).toMatchObject({
		type: 'text',
		distinct: 4,
		top: [1250, 1250, 1250, 1250],
		entropy: 2,
	});
	expect(columnOf(table, 'amount').column).toMatchObject({ type: 'decimal', number: { low: 0.05, high: 100 } });
	expect(columnOf(table, 'ordered_at').column).toMatchObject({
		type: 'timestamp',
		time: { low: '2026-01-01T00:00:00Z', high: '2026-02-04T17:10:00Z', zoned: 5000, clocked: 5000 },
	});
	expect(columnOf(table, 'email').personal).toMatchObject([
		{ class: 'e-mail address', says: 'personal', share: { value: 1 } },
	]);
	expect(table.roles).toEqual({ keys: ['order_id'], eventTime: 'ordered_at' });
	expect(troublesOf(table).filter((line) => !line.includes('encoding'))).toEqual([
		'fail completeness coupon',
		'fail validity quantity',
		'warn completeness discount',
		'warn relevance constant',
		'warn sensitivity email',
	]);
});

test('every verdict tells the number that decided', async () => {
	const table = await tableIn({ 'orders.csv': csvOf(planted) });
	expect(table.verdicts.length).toBeGreaterThan(10);
	expect(table.verdicts.filter(({ says }) => !/\d/.test(says) && !says.startsWith('its name'))).toEqual([]);
});

test('rows that repeat an earlier one are counted', async () => {
	const table = await tableIn({ 'orders.csv': csvOf([...planted, ...planted.slice(0, 250)]) });
	expect(table.figures.duplicates).toBe(250);
	expect(troublesOf(table)).toContain('warn uniqueness');
	expect(table.roles.keys).toEqual([]);
});

test('a column that others have and one that changes its type are told as drift', async () => {
	const lines = (rows: readonly string[]) => `${rows.join('\n')}\n`;
	const table = await tableIn({
		'a/orders-2026-01.csv': lines(['id,amount,city', '1,2.5,Ulm', '2,3.5,Bonn']),
		'a/orders-2026-02.csv': lines(['id,amount,city', '3,2.5,Ulm', '4,3,Bonn']),
		'a/orders-2026-03.csv': lines(['id,amount', '5,cheap', '6,dear']),
	});
	expect(table.figures.drift).toEqual([
		{ column: 'amount', what: 'type', files: 1, of: 3, types: ['decimal', 'text'] },
		{ column: 'city', what: 'missing', files: 1, of: 3, types: [] },
	]);
});

test('tables of different columns in one folder are told apart', async () => {
	const { sources } = await profileOf(
		await folderOf({
			'shop/customers.csv': 'id,name\n1,a\n2,b\n',
			'shop/orders.csv': 'order_no,total,day\n1,2,2026-01-01\n2,3,2026-01-02\n',
		}),
	);
	expect(sources.flatMap(({ tables }) => tables.map(({ figures }) => [figures.name, figures.rows]))).toEqual([
		['customers', 2],
		['orders', 2],
	]);
});

test('records in records become columns, and keys that are data do not', async () => {
	const rows = [
		{ id: 1, who: { name: 'a', address: { city: 'Ulm' } }, byMail: { 'a@example.com': 1 }, tags: ['x'] },
		{ id: 2, who: { name: 'b', address: { city: 'Bonn' } }, byMail: { 'b@example.com': 2 }, tags: [] },
	];
	const table = await tableIn({ 'people.ndjson': rows.map((row) => JSON.stringify(row)).join('\n') });
	expect(table.columns.map(({ column }) => `${column.name} ${column.type}`)).toEqual([
		'id integer',
		'who.name text',
		'who.address.city text',
		'byMail.* integer',
		'tags list',
	]);
});

test('a first row of values is never taken for names', async () => {
	const table = await tableIn({ 'people.csv': 'Mary,Miller,Ulm\nJohn,Smith,Bonn\nAnn,Jones,Kiel\n' });
	expect(table.columns.map(({ column }) => column.name)).toEqual(['column_1', 'column_2', 'column_3']);
	expect(table.figures.rows).toBe(3);
});

test('times without a zone among times with one are a fault', async () => {
	const times = Array.from(
		{ length: 40 },
		(_, index) => `${index},2026-03-01 10:${String(index).padStart(2, '0')}:00${index % 2 ? '+01:00' : ''}`,
	);
	const table = await tableIn({ 'events.csv': `id,event_time\n${times.join('\n')}\n` });
	expect(columnOf(table, 'event_time').column.time).toMatchObject({
		zoned: 20,
		clocked: 40,
		low: '2026-03-01T09:01:00Z',
	});
	expect(troublesOf(table)).toContain('fail encoding event_time');
});

test('odd encodings, ragged rows and mixed line ends are told, and the rows are read all the same', async () => {
	const latin = await tableIn({ 'cities.csv': Buffer.from('id,city\n1,Köln\n2,Münster\n3,Ulm\n', 'latin1') });
	expect(latin.figures).toMatchObject({ rows: 3, troubles: ['cities.csv is not UTF-8 and was read as Windows-1252.'] });
	const odd = await tableIn({ 'odd.csv': '\ufeffid,city\r\n1,K\0öln\r\n2,Bonn,x\n3,"open\n4,Ulm\n' });
	expect(odd.figures.troubles).toEqual([
		'odd.csv begins with a byte order mark.',
		'odd.csv ends some lines with CR LF and others with LF.',
		'odd.csv has quoted cells that are never closed.',
		'odd.csv has rows with more or fewer cells than its first row.',
		'odd.csv has zero bytes in its text.',
	]);
});

test('what gives the label away, what has nothing to do with it and what is twice there are told', async () => {
	const random = seeded(3);
	const rows = Array.from({ length: 3000 }, (_, index) => {
		const churned = random() < 0.2 ? 1 : 0;
		return {
			id: index,
			usage: random() * 100 - churned * 40,
			noise: random(),
			closed_on: churned ? '2026-05-01' : '',
			leak: churned ? 'gone' : 'there',
			score: churned + random() * 0.001,
			copy: churned ? 'gone' : 'there',
			churned,
		};
	});
	const table = await tableIn({ 'churn.csv': csvOf(rows) }, { target: 'churned' });
	const leaks = table.verdicts.filter(({ gate }) => gate === 'leakage').map(({ column }) => column);
	expect(leaks).toEqual(['closed_on', 'leak', 'score', 'copy']);
	const told = new Map(table.figures.target?.associations.map(({ column, value }) => [column, value]));
	expect(told.get('usage')).toBeLessThan(-0.5);
	expect(told.get('noise')).toBeLessThan(0.1);
	expect(columnOf(table, 'copy').column.sameAs).toBe('leak');
	expect(
		table.verdicts.filter(({ gate }) => gate === 'label').map(({ level, says }) => [level, says.split(' ')[0]]),
	).toEqual([
		['pass', '100'],
		['pass', '2'],
	]);
});
