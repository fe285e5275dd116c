import { expect, test } from 'vitest';
import { credentials } from './credentials.ts';
import { lists } from './lists.ts';
import { network } from './network.ts';
import { permissions } from './permissions.ts';
import { situations } from './row.ts';

const table = [...credentials, ...permissions, ...network, ...lists];

test.each(table.map((row) => [row.situation, row.form, row] as const))(
	'%s (%s): the cause, the way out and what worked all the same are printed',
	async (_, __, { happens, cause, fix, worked, status }) => {
		const printed = await happens();
		expect(printed.text).toMatch(cause);
		expect(printed.text).toMatch(fix);
		expect(printed.text).toMatch(worked);
		expect(printed.text).not.toMatch(/hush/);
		expect(printed.status ?? undefined).toBe(status);
	},
);

test('every situation of the guide stands in the table', () => {
	expect(situations.filter((one) => !table.some(({ situation }) => situation === one))).toEqual([]);
});
