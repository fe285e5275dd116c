import { minutes } from '../../facts/units.ts';
import { any, is, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';

const files = 'docs/cli/latest/reference/s3files/index.md';

export const s3Files: ServiceRecord = {
	title: 'S3 through a file system',
	summary: 'Programs that want files read a bucket as one, through Mountpoint for S3 or S3 Files; nothing is copied.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mountpoint.html',
	slot: 'access',
	serves: ['data-lake'],
	access: 'in place',
	families: ['object'],
	availability: { state: 'open', ...confirmed(files) },
	requires: [
		{
			because: 'pictures, recordings and what is read at random places are what programs open as files',
			that: any(yes('reads.random'), is('structure', 'unstructured')),
			scope: true,
			...confirmed(files),
		},
		{ because: 'the data does not lie in Amazon S3', that: is('where', 'aws'), scope: true, ...confirmed(files) },
		{
			because: 'the data is not read through the S3 interface',
			that: unless('protocol', is('protocol', 's3', 'sdk')),
			...confirmed(files),
		},
		{
			because: 'it lies in another region than models train in',
			that: unless('region.same', yes('region.same')),
			...confirmed('arithmetic'),
		},
	],
	modes: {
		mountpoint: {
			title: 'Mountpoint for S3, from start to end',
			requires: [
				{
					because: 'it reads large objects from start to end, and is slow at random places',
					that: any({ fact: 'reads.random', is: [false] }, { fact: 'volume', atMost: 100e9 }),
					...confirmed('github.com/awslabs/mountpoint-s3 README'),
				},
			],
			carries: 'both',
			lead: 0,
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: 4, monthly: 0 },
			costs: [],
			settings: { client: 'mountpoint-s3' },
		},
		'file-system': {
			title: 'S3 Files, mounted over NFS',
			requires: [
				{
					because: 'its price and its speed at random places could not be read',
					that: { any: [] },
					...unconfirmed(files),
				},
			],
			carries: 'both',
			lead: 0,
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: 6, monthly: 0.5 },
			costs: [],
			settings: { client: 's3-files' },
		},
	},
	grants: [
		{ actions: ['s3:ListBucket', 's3:GetObject'], on: 'source', why: 'Reads the objects where they lie.' },
		{ actions: ['kms:Decrypt'], on: 'key', why: 'Decrypts what it reads.' },
	],
	cautions: [
		{
			says: 'Files are not changed in place, and folders are not renamed, through Mountpoint.',
			...confirmed('github.com/awslabs/mountpoint-s3 README'),
		},
	],
	examples: [
		{
			mode: 'mountpoint',
			given: { family: 'object', where: 'aws', structure: 'unstructured', 'reads.random': false },
			then: 'holds',
			monthly: 0,
		},
		{ mode: 'file-system', given: { family: 'object', where: 'aws', structure: 'unstructured' }, then: 'unknown' },
		{
			mode: 'mountpoint',
			given: { family: 'object', where: 'aws', structure: 'structured', 'reads.random': false },
			then: 'fails',
		},
	],
};
