import { expect, test } from 'vitest';
import { scanReport } from '../../../source/app/discovering/scan-report.ts';
import { type Estate, emptyEstate, type Source } from '../../../source/estate/estate.ts';

const source = (kind: string, name: string): Source => ({
	id: `${kind}/${name}`,
	kind,
	family: 'object',
	title: name,
	place: 'aws',
	facts: {},
});

const why = 'Reading was denied.';
const cure = 'Allow rds:DescribeDBInstances.';
const estate: Estate = {
	...emptyEstate,
	scanned: [
		{
			account: '111122223333',
			region: 'eu-central-1',
			kind: 's3-bucket',
			action: 's3:ListBuckets',
			state: 'ok',
			calls: 12,
			found: 2,
		},
	],
	sources: [source('s3-bucket', 'clicks'), source('s3-bucket', 'ledger'), source('dynamodb-table', 'profiles')],
	gaps: [
		{ about: '111122223333/eu-central-1/rds-instance', why, cure },
		{ about: '111122223333/us-east-1/rds-instance\u001b[2J', why, cure },
	],
};

test('what was found is counted by kind, and the same trouble is told once', () => {
	expect(scanReport(estate, 'estate.json')).toBe(
		[
			'3 sources found with 12 calls:',
			'       2  s3-bucket',
			'       1  dynamodb-table',
			'Not read: 111122223333/eu-central-1/rds-instance and 1 more. Reading was denied.',
			'  Allow rds:DescribeDBInstances.',
			'The estate is in estate.json. Next:  headwater plan --estate estate.json',
			'',
		].join('\n'),
	);
});

test('nothing found is said, and no file is named where none was written', () => {
	expect(scanReport(emptyEstate, undefined)).toBe('0 sources found.\n');
});

test('offline in seventeen regions is one trouble with its number, not hundreds', () => {
	const gaps = Array.from({ length: 17 * 25 }, (_, index) => ({
		about: `111122223333/region-${index % 17}/kind-${index % 25}`,
		why: `rds in region-${index % 17} cannot be reached: getaddrinfo ENOTFOUND rds.region-${index % 17}.`,
		cure: 'Look at the network, then discover again.',
	}));
	const lines = scanReport({ ...emptyEstate, gaps }, undefined)
		.trimEnd()
		.split('\n');
	expect(lines).toEqual([
		'0 sources found.',
		'Not read: 111122223333/region-0/kind-0 and 424 more. rds in region-0 cannot be reached: getaddrinfo ENOTFOUND rds.region-0. rds in region-1 cannot be reached: getaddrinfo ENOTFOUND rds.region-1. rds in region-2 cannot be reached: getaddrinfo ENOTFOUND rds.region-2. And 14 more reasons like these.',
		'  Look at the network, then discover again.',
	]);
});

test('what one policy would allow is one trouble that names every action', () => {
	const denied = (action: string) => ({
		about: `a/r/${action}`,
		action,
		why: `May not call ${action}.`,
		cure: 'Allow it.',
	});
	expect(
		scanReport({ ...emptyEstate, gaps: [denied('rds:A'), denied('kinesis:B'), denied('glue:C')] }, undefined),
	).toContain('Not read: a/r/rds:A and 2 more. May not call rds:A, kinesis:B, glue:C.\n  Allow it.');
});
