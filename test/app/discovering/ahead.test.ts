import { expect, test } from 'vitest';
import { lookAhead } from '../../../source/app/discovering/ahead.ts';
import { outlook } from '../../../source/app/discovering/outlook.ts';
import { cellsOf } from '../../../source/discovery/planned-cells.ts';

const nothing = { demo: false, profiles: [], regions: [], folders: [], declared: [] };

test.each([
	[['one'], ['eu-central-1']],
	[
		['one', 'two', 'two'],
		['eu-central-1', 'eu-west-1', 'us-east-1'],
	],
])('of profiles %j in %j the same is said before a discovery as when it begins', (profiles, regions) => {
	const cells = [...new Set(profiles)].flatMap((account) => cellsOf(account, regions));
	const { says, short } = lookAhead().outlook({ ...nothing, profiles, regions });
	expect(says.slice(1)).toEqual(outlook(cells));
	expect(short).toBe(`${cells.length}+ calls, $0.01 for 1,000 metrics`);
});

test('local folders need no call and no policy; credentials of the environment do', () => {
	const ahead = lookAhead();
	expect(ahead.outlook({ ...nothing, folders: ['/data'] }).says).toEqual(['No AWS account is asked.']);
	expect(ahead.policy({ ...nothing, folders: ['/data'] })).toBeUndefined();
	expect(ahead.policy(nothing)?.text).toContain('"sts:GetCallerIdentity"');
});
