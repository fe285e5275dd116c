import { expect, test } from 'vitest';
import { dqdlOf } from '../../source/profiling/judging/quality-rules.ts';
import { withReadiness } from '../../source/profiling/measured-facts.ts';
import { seeded } from '../../source/profiling/random.ts';
import { folderOf, profileOf, tableIn, troublesOf } from '../peers/profiling.ts';

const csvOf = (head: string, rows: readonly (readonly unknown[])[]): string =>
	`${head}\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const two = (value: number): string => String(value).padStart(2, '0');
const readings = Array.from({ length: 2400 }, (_, index) => {
	const hour = Math.floor(index / 12);
	return [`M-${index % 12}`, `2026-03-${two(1 + Math.floor(hour / 24))} ${two(hour % 24)}:00:00`, index % 7];
});
const head = 'machine,read_at,state';

test('a pair of columns that tells rows apart is the key where none does alone', async () => {
	const table = await tableIn({ 'readings.csv': csvOf(head, readings) });
	expect(table.figures.together).toEqual([{ columns: ['read_at', 'machine'], rows: 2400 }]);
	expect(table.roles).toEqual({ keys: [], together: ['read_at', 'machine'], eventTime: 'read_at' });
	expect(troublesOf(table)).not.toContain('warn uniqueness');
	expect(dqdlOf(table).critical).toContain('IsPrimaryKey "read_at" "machine"');
});

test('with a single repeat they are no key', async () => {
	const table = await tableIn({ 'readings.csv': csvOf(head, [...readings, readings[17] ?? []]) });
	expect(table.figures.together).toBeUndefined();
	expect(troublesOf(table)).toContain('warn uniqueness');
});

test('three columns are tried where no two are enough', async () => {
	const cells = Array.from({ length: 1000 }, (_, at) => [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100)]);
	const table = await tableIn({ 'cells.csv': csvOf('x_no,y_no,z_no', cells) });
	expect(table.figures.together).toEqual([{ columns: ['x_no', 'y_no', 'z_no'], rows: 1000 }]);
});

test('columns with gaps, and pairs that would hardly repeat by chance, are no key', async () => {
	const random = seeded(3);
	const rows = Array.from({ length: 300 }, () => [Math.floor(random() * 2000), Math.floor(random() * 2500)]);
	const unalike = [...rows, [1, 2], [1, 3], [4, 2]];
	expect((await tableIn({ 'pairs.csv': csvOf('a_no,b_no', unalike) })).figures.together).toBeUndefined();
	const gaps = readings.map(([machine, at, state], index) => [index === 5 ? '' : machine, at, state]);
	expect((await tableIn({ 'readings.csv': csvOf(head, gaps) })).figures.together).toBeUndefined();
});

test('the quality job of the lake stops at repeats of the columns together, and at gaps in each', async () => {
	const { estate, sources } = await profileOf(await folderOf({ 'readings.csv': csvOf(head, readings) }));
	const rules = withReadiness(estate, sources).sources[0]?.facts['quality.rules']?.value;
	expect(JSON.parse(String(rules))).toEqual([
		{ table: 'readings', column: 'read_at', rule: 'complete' },
		{ table: 'readings', column: 'machine', rule: 'complete' },
		{ table: 'readings', columns: ['read_at', 'machine'], rule: 'unique' },
	]);
});

test('the plan learns that the source has a key', async () => {
	const { estate, sources } = await profileOf(await folderOf({ 'readings.csv': csvOf(head, readings) }));
	expect(withReadiness(estate, sources).sources[0]?.facts['keys.known']).toMatchObject({
		value: true,
		evidence: 'read_at and machine of readings have no repeats together in 2400 rows',
	});
});
