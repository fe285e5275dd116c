import { expect, test } from 'vitest';
import { scanReport } from '../../source/app/scan-report.ts';
import { type Estate, emptyEstate, type Source } from '../../source/estate/estate.ts';

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
