import { minutes } from '../../facts/units.ts';
import { any, fact, is, no, not, product, unless, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import type { ServiceRecord } from '../record.ts';
import { inputModes, readFromFileSystem, readFromObjects } from '../training-input.ts';

const catalogue = 'docs/glue/latest/dg/crawler-data-stores.html';

export const s3Direct: ServiceRecord = {
	title: 'Amazon S3, in place',
	summary: 'Objects that are in S3 already stay there: they are catalogued, queried and trained on where they lie.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
	slot: 'access',
	serves: ['data-lake'],
	access: 'in place',
	families: ['object', 'feature', 'external'],
	availability: { state: 'open', ...confirmed(catalogue) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'the data does not lie in Amazon S3',
			that: is('where', 'aws'),
			...confirmed(catalogue),
		},
		{
			because: 'revisions lie with the provider until they are exported to a bucket of your own',
			that: unless('managed', not(is('managed', 'data-exchange'))),
			...confirmed('docs/data-exchange/latest/userguide/what-is.html'),
		},
		{
			because: 'the data is not read through the S3 interface',
			that: unless('protocol', is('protocol', 's3', 'sdk')),
			...confirmed(catalogue),
		},
		{
			because:
				'another catalogue says which files of these Iceberg tables count, so they are read through that catalogue',
			that: any(no('structure.iceberg'), unless('engine', not(is('engine', 'snowflake', 'other')))),
			...confirmed('docs/lake-formation/latest/dg/catalog-federation.html'),
		},
	],
	modes: {
		'same-region': {
			title: 'in the region where models train',
			requires: [
				{
					because: 'it lies in another region than models train in',
					that: unless('region.same', yes('region.same')),
					...confirmed('arithmetic'),
				},
				readFromObjects,
			],
			carries: 'both',
			lead: 0,
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: 2, monthly: 0 },
			costs: [],
		},
		'file-system': {
			title: 'through a file system linked to it',
			requires: [
				{
					because: 'it lies in another region than models train in',
					that: unless('region.same', yes('region.same')),
					...confirmed('arithmetic'),
				},
				readFromFileSystem,
			],
			carries: 'both',
			lead: 0,
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: 2, monthly: 0 },
			costs: [],
			then: ['fsx-for-lustre'],
		},
		'other-region': {
			title: 'from another region, at every read',
			requires: [
				{ because: 'it lies in the region where models train', that: no('region.same'), ...confirmed('arithmetic') },
			],
			carries: 'both',
			lead: 0,
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: 2, monthly: 0 },
			costs: [
				{
					price: 'transfer.inter-region',
					per: 'month',
					quantity: product(fact('volume'), fact('reads.monthly')),
				},
			],
		},
	},
	grants: [
		{ actions: ['s3:ListBucket', 's3:GetObject'], on: 'source', why: 'Reads the objects where they lie.' },
		{ actions: ['kms:Decrypt'], on: 'key', why: 'Decrypts what it reads.' },
	],
	cautions: [
		...inputModes,
		{
			says: 'The bucket belongs to another account: its policy and its key policy must both let the pipeline in.',
			when: no('account.same'),
			...confirmed('docs/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html'),
		},
		{
			says: 'Its location is registered with Lake Formation: the role of the pipeline needs a grant there for each table it reads, whatever the bucket policy says.',
			when: yes('lake.granted'),
			...confirmed('docs/lake-formation/latest/dg/register-data-lake.html'),
		},
		{
			says: 'Without versions a run cannot be repeated on the same objects: switch versioning on, or pin a copy for training.',
			when: no('versioned'),
			...confirmed('docs/AmazonS3/latest/userguide/Versioning.html'),
		},
		{
			says: 'Training in the region of the data would save the transfer of every read.',
			when: no('region.same'),
			...confirmed('Well-Architected Machine Learning Lens MLCOST04-BP13'),
		},
	],
	examples: [
		{ mode: 'same-region', given: { family: 'object', where: 'aws', 'region.same': true }, then: 'holds', monthly: 0 },
		{ mode: 'same-region', given: { family: 'object', where: 'aws', 'region.same': false }, then: 'fails' },
		{
			mode: 'same-region',
			given: { family: 'object', where: 'aws', 'region.same': true, volume: 3e12, 'reads.random': true },
			then: 'fails',
		},
		{
			mode: 'file-system',
			given: { family: 'object', where: 'aws', 'region.same': true, volume: 3e12, 'reads.random': true },
			then: 'holds',
		},
		{
			mode: 'file-system',
			given: { family: 'object', where: 'aws', 'region.same': true, volume: 40e9, 'reads.random': true },
			then: 'fails',
		},
		{
			mode: 'other-region',
			// 10 TiB read once a month.
			given: { family: 'object', where: 'aws', 'region.same': false, volume: 10 * 2 ** 40, 'reads.monthly': 1 },
			then: 'holds',
			monthly: 204.8,
		},
		{ mode: 'same-region', given: { family: 'object', where: 'other-cloud', protocol: 'azure-blob' }, then: 'fails' },
	],
};
