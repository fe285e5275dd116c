import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvTable } from '../../source/export/languages/csv.ts';
import { costSheet, inventory, permissions } from '../../source/export/spreadsheets.ts';
import { parseCsv } from '../peers/csv.ts';
import { examplePlan } from '../peers/example-plan.ts';

const hostile = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.constantFrom('=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', ' =1', 'a,b', 'a"b', 'a\r\nb', ';', ' x '),
);

test('any text is one cell, letter by letter, and never the beginning of a formula', () => {
	fc.assert(
		fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (cells) => {
			const [, row = []] = parseCsv(
				csvTable(
					cells.map((_, at) => `c${at}`),
					[cells],
				),
			);
			expect(row.length).toBe(cells.length);
			for (const [at, cell] of row.entries()) {
				expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@＝＋－＠]/u);
				const seen = (cells[at] ?? '').normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
				expect(cell.replace(/^'/, '')).toBe(seen.replace(/^'/, ''));
			}
		}),
	);
});

test('numbers stay numbers, a negative one too, and what nobody knows is empty', () => {
	expect(csvTable(['a', 'b', 'c', 'd'], [[-1.5, undefined, Number.NaN, true]])).toBe('a,b,c,d\r\n-1.5,,,yes\r\n');
});

test('the inventory has a row for every source, with bytes and dollars that can be summed', () => {
	const [head = [], ...rows] = parseCsv(inventory(examplePlan()));
	const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
	expect(column('title')).toEqual(examplePlan().sources.map(({ title }) => title));
	expect(column('bytes')).toEqual([
		'3000000000000',
		'180000000000',
		'',
		'600000000000',
		'120000000000',
		'2000000000000',
	]);
	expect(Number(column('bytes a day')[5])).toBeCloseTo(20e9, -6);
	expect(column('route')[5]).toBe('AWS Site-to-Site VPN → AWS Database Migration Service');
	expect(rows.every((row) => row.length === head.length)).toBe(true);
});

test('the cost sheet sums to the costs of the plan and lists what has no price', () => {
	const plan = examplePlan();
	const [head = [], ...rows] = parseCsv(costSheet(plan));
	const at = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? '';
	const monthly = rows.filter((row) => at(row, 'paid') === 'month').map((row) => Number(at(row, 'dollars')));
	expect(monthly.reduce((sum, value) => sum + value, 0)).toBeCloseTo(plan.costs.monthly, 2);
	expect(rows.filter((row) => at(row, 'paid') === 'not priced').length).toBe(plan.costs.excluded.length);
});

test('permissions name each action with whom and why, none of them a wildcard', () => {
	const [, ...rows] = parseCsv(permissions(examplePlan()));
	expect(rows.length).toBe(examplePlan().grants.reduce((sum, { actions }) => sum + actions.length, 0));
	expect(rows.filter(([, action]) => !/^[a-z0-9-]+:[A-Za-z]+$/.test(action ?? ''))).toEqual([]);
});

test('what is granted on all that a flow reads, or on what lies in place, is told source by source', () => {
	const plan = examplePlan();
	const flow = plan.flows.find(({ id }) => id === 'clickstream-s3-direct');
	const grant = { actions: ['s3:GetObject'], why: 'reads' };
	const rows = parseCsv(
		permissions({
			...plan,
			grants: [
				{ ...grant, to: 'clickstream-s3-direct', on: 'sources' },
				{ ...grant, to: 'crawl-raw', on: flow?.to ?? '' },
				{ ...grant, to: 'crawl-raw', on: 'key' },
			],
		}),
	);
	expect(rows.slice(1).map((row) => row[2])).toEqual(['Web clickstream', 'Web clickstream', 'the key of the lake']);
});
