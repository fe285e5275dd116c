import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupLines, groupsIn } from '../../../source/app/discovering/groups-in.ts';
import { writeWhole } from '../../../source/app/workspace/writing.ts';
import { grouping } from '../../../source/estate/groups.ts';
import { estateText } from '../../../source/estate/print-estate.ts';
import { largeEstate } from '../../peers/large-account.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'headwater-groups-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file that was written in parts gives the groups of its estate', async () => {
	const estate = largeEstate(5000);
	await writeWhole(join(folder, 'estate.json'), estateText(estate));
	const together = grouping('kind');
	for (const source of estate.sources) together.add(source);
	expect(await groupsIn('estate.json', folder, 'kind')).toEqual(together.groups());
});

test('a missing file is told', async () => {
	await expect(groupsIn('gone.json', folder, 'kind')).rejects.toMatchObject({ code: 'unreadable-file' });
	writeFileSync(join(folder, 'empty.json'), '');
	await expect(groupsIn('empty.json', folder, 'kind')).rejects.toMatchObject({ code: 'unreadable-file' });
});

test('forty groups are told, the rest in one line; what is known of their size stands beside', () => {
	const groups = Array.from({ length: 43 }, (_, index) => ({
		name: `g${index}`,
		count: 50 - index,
		volume: 2e9,
		measured: 1,
	}));
	const lines = groupLines(groups).trimEnd().split('\n');
	expect(lines).toHaveLength(41);
	expect(lines[0]).toBe('       50  g0  2 GB in 1 of them');
	expect(lines.at(-1)).toBe('       27  in 3 more groups');
	expect(groupLines([{ name: 'a\u001b[2J', count: 1, volume: 0, measured: 0 }])).toBe('        1  a\n');
});
