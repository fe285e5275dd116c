import { expect, test } from 'vitest';
import { credentials } from './credentials.ts';

const table = [...credentials];

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
