import { expect, test } from 'vitest';
import { withoutAbsent } from '../../../source/discovery/reading/absent-service.ts';
import type { Cell, CellState, Gap } from '../../../source/estate/estate.ts';

const cell = (region: string, kind: string, state: CellState, found = 0): Cell => ({
	account: '1',
	region,
	kind,
	action: 'x:List',
	state,
	calls: 1,
	found,
});
const gap = (region: string, kind: string, why: string): Gap => ({ about: `1/${region}/${kind}`, why, cure: 'look' });
const lost = 'appflow cannot be reached: getaddrinfo ENOTFOUND appflow.eu-south-2.amazonaws.com.';

test('a service that no name server knows, in a region that answers, is not offered there', () => {
	const settled = withoutAbsent(
		[cell('eu-south-2', 'appflow-flow', 'unreachable'), cell('eu-south-2', 's3-bucket', 'ok', 3)],
		[gap('eu-south-2', 'appflow-flow', lost), gap('eu-south-2', 's3-bucket', 'denied')],
	);
	expect(settled.scanned.map(({ kind, state }) => [kind, state])).toEqual([
		['appflow-flow', 'unsupported'],
		['s3-bucket', 'ok'],
	]);
	expect(settled.gaps.map(({ cure }) => cure)).toEqual([
		'Nothing to do if the region does not offer the service; else look at AWS_ENDPOINT_URL.',
		'look',
	]);
});

test.each([
	[
		'the whole region is silent',
		[cell('eu-south-2', 'a', 'unreachable'), cell('eu-south-2', 'b', 'unreachable')],
		lost,
	],
	['only another region answers', [cell('eu-south-2', 'a', 'unreachable'), cell('us-east-1', 'b', 'ok')], lost],
	[
		'the name is known',
		[cell('eu-south-2', 'a', 'unreachable'), cell('eu-south-2', 'b', 'ok')],
		'connect ECONNREFUSED.',
	],
	['it answered before', [cell('eu-south-2', 'a', 'unreachable', 2), cell('eu-south-2', 'b', 'ok')], lost],
])('it stays out of reach where %s', (_, scanned, why) => {
	const given = [gap('eu-south-2', 'a', why)];
	expect(withoutAbsent(scanned, given)).toEqual({ scanned, gaps: given });
});
