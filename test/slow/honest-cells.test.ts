import { expect, test } from 'vitest';
import type { CellState } from '../../source/estate/estate.ts';
import { type Fault, faults } from '../peers/aws/faults.ts';
import { readCells } from '../peers/aws/scanning.ts';
import { openAws } from '../peers/aws/server.ts';

/** A kind for each wire protocol, and the operation that lists it. */
const kinds = {
	'log-group': 'DescribeLogGroups',
	'msk-cluster': 'ListClustersV2',
	'rds-instance': 'DescribeDBInstances',
	'ebs-volume': 'DescribeVolumes',
	's3-bucket': 'ListBuckets',
} as const;

const ends: Readonly<Record<Fault, readonly [state: CellState, why: RegExp]>> = {
	throttled: ['failed', /AWS kept limiting/],
	'internal error': ['failed', /AWS failed to answer .* several times in a row/],
	unavailable: ['failed', /AWS failed to answer .* several times in a row/],
	reset: ['unreachable', /cannot be reached: socket hang up/],
	silence: ['timed-out', /was taken and not answered in time/],
	'hangs in the middle': ['timed-out', /was taken and not answered in time/],
	'cut off': ['unreachable', /cannot be reached: aborted/],
	'cut off and called whole': ['failed', /was not AWS/],
	malformed: ['failed', /was not AWS/],
	'a web page': ['failed', /was not AWS: a web page \(200 text\/html; charset=utf-8\)\./],
	nothing: ['failed', /was not AWS: an empty answer/],
	denied: ['denied', /^These credentials may not call/],
	'denied by a service control policy': ['denied', /^A service control policy of the organisation forbids/],
	'denied by a permissions boundary': ['denied', /^The permissions boundary of the role forbids/],
	expired: ['failed', /^The credentials expired while this was read\./],
	'not enabled': ['disabled', /the region is not enabled for the account/],
	'not subscribed': ['not-subscribed', /has not signed up/],
	'unknown operation': ['unsupported', /does not know/],
	'clock skew': ['failed', /clock/],
	'the same token again': ['failed', /would never end/],
	'the first page again': ['failed', /would never end/],
	'empty pages without end': ['failed', /would never end/],
	slow: ['ok', /^$/],
};

test.each(faults)('a list that meets "%s" in the middle ends as that, in every protocol', async (fault) => {
	const lists = new Set<string>(Object.values(kinds));
	const seen = new Map<string, number>();
	const aws = await openAws([{ account: '123456789012', regions: ['eu-central-1'], count: () => 5, page: 2 }], {
		strike({ operation }) {
			const nth = (seen.get(operation) ?? 0) + 1;
			seen.set(operation, nth);
			return lists.has(operation) && nth > 1 ? fault : undefined;
		},
	});
	try {
		const [state, why] = ends[fault];
		for (const { cell, gaps } of await readCells(aws.url, 'eu-central-1', Object.keys(kinds))) {
			expect([cell.kind, cell.state], JSON.stringify(gaps)).toEqual([cell.kind, state]);
			const told = gaps.filter(({ about }) => about.endsWith(`/${cell.kind}`));
			expect(told.map((gap) => gap.why).join(), cell.kind).toMatch(why);
			expect(cell.found, cell.kind).toBe(state === 'ok' ? 5 : fault === 'the same token again' ? 4 : 2);
			expect(cell.layer, cell.kind).toBe(
				/denied by a (.*)/.exec(fault)?.[1] ?? (state === 'denied' ? 'identity policy' : undefined),
			);
		}
	} finally {
		await aws.close();
	}
});
