import { minutes } from '../../facts/units.ts';
import { all, is, no, unless, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import type { ServiceRecord } from '../record.ts';

const modes = 'docs/sagemaker/latest/dg/model-access-training-data.html';

export const efsDirect: ServiceRecord = {
	title: 'Training on a file system in AWS',
	summary: 'SageMaker mounts EFS or FSx for Lustre as it is; the data stays where it lies.',
	page: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-access-training-data.html',
	slot: 'access',
	serves: ['data-lake'],
	access: 'in place',
	families: ['file'],
	availability: { state: 'open', ...confirmed(modes) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'training mounts EFS and FSx for Lustre only',
			that: all(is('where', 'aws'), is('managed', 'efs', 'fsx-lustre')),
			scope: true,
			...confirmed(modes),
		},
		{
			because: 'it lies in another region than models train in',
			that: unless('region.same', yes('region.same')),
			...confirmed(modes),
		},
		{
			because: 'a run must be repeatable on the same data, and files on it change without versions',
			that: no('repeatable'),
			...confirmed('Well-Architected Machine Learning Lens MLOPS03-BP02'),
		},
	],
	modes: {
		mounted: {
			title: 'mounted as it is',
			carries: 'both',
			lead: 0,
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: 3, monthly: 0 },
			costs: [],
			settings: { inputMode: 'FileSystem' },
		},
	},
	grants: [
		{
			actions: ['elasticfilesystem:ClientMount', 'fsx:DescribeFileSystems'],
			on: 'source',
			why: 'Mounts the file system.',
		},
	],
	cautions: [
		{ says: 'Training runs in the VPC of the file system, for Lustre in its availability zone.', ...confirmed(modes) },
	],
	examples: [
		{ given: { where: 'aws', managed: 'efs', repeatable: false, 'region.same': true }, then: 'holds', monthly: 0 },
		{ given: { where: 'aws', managed: 'efs', repeatable: true }, then: 'fails' },
		{ given: { where: 'aws', managed: 'fsx-windows', repeatable: false }, then: 'fails' },
	],
};
