import { hours, minutes } from '../../facts/units.ts';
import { formula, is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedFor } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/fsx/latest/LustreGuide/create-dra-linked-data-repo.html';

export const fsxLustreExport: ServiceRecord = {
	title: 'FSx for Lustre export to its bucket',
	summary: 'A file system that is linked to a bucket writes new and changed files back to it by itself.',
	page: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/create-dra-linked-data-repo.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['file'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	eligibility: namedFor('hipaa', 'pci', 'soc2'),
	requires: [
		{ because: 'file systems of Amazon FSx lie in AWS', that: is('where', 'aws'), scope: true, ...confirmed(guide) },
		{
			because: 'only FSx for Lustre is linked to a bucket',
			that: is('managed', 'fsx-lustre'),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		linked: {
			title: 'by a data repository association',
			carries: 'both',
			lead: hours(1),
			firstData: minutes(30),
			complete: formula('insideTime'),
			freshness: minutes(15),
			effort: { once: work.export, monthly: 0 },
			costs: [storedCopy],
			settings: { autoExport: true },
		},
	},
	grants: [
		{ actions: ['fsx:CreateDataRepositoryAssociation'], on: 'source', why: 'Links the file system to the bucket.' },
		...writesLanding,
	],

	cautions: [
		{
			says: 'Training in the same availability zone mounts the file system as it is; what must be prepared or versioned goes to the bucket.',
			...confirmed('docs/sagemaker/latest/dg/model-access-training-data.html'),
		},
	],
	examples: [
		{ given: { family: 'file', where: 'aws', managed: 'fsx-lustre', volume: 10e12 }, then: 'holds', hours: 2.2 },
		{ given: { family: 'file', where: 'aws', managed: 'efs' }, then: 'fails' },
	],
};
