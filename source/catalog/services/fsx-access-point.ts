import { hours, minutes } from '../../facts/units.ts';
import { is, unless, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedFor } from '../eligible.ts';
import type { ServiceRecord } from '../record.ts';

const guide = 'docs/fsx/latest/APIReference/API_CreateAndAttachS3AccessPoint.html';

export const fsxAccessPoint: ServiceRecord = {
	title: 'S3 access point of Amazon FSx',
	summary: 'Files of ONTAP and OpenZFS are read through the S3 interface where they lie.',
	page: 'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/accessing-data-via-s3-access-points.html',
	slot: 'access',
	serves: ['data-lake'],
	access: 'in place',
	families: ['file'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedFor('hipaa', 'pci', 'soc2'),
	requires: [
		{ because: 'file systems of Amazon FSx lie in AWS', that: is('where', 'aws'), scope: true, ...confirmed(guide) },
		{
			because: 'only FSx for NetApp ONTAP and for OpenZFS have S3 access points',
			that: is('managed', 'fsx-ontap', 'fsx-openzfs'),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'an access point is read in its own region',
			that: unless('region.same', yes('region.same')),
			...confirmed(guide),
		},
	],
	modes: {
		attached: {
			title: 'attached to the volume',
			carries: 'both',
			lead: hours(1),
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: 2, monthly: 0 },
			costs: [],
			settings: { interface: 's3' },
		},
	},
	grants: [
		{ actions: ['s3:GetObject', 's3:ListBucket'], on: 'source', why: 'Reads the files through the access point.' },
	],

	cautions: [
		{
			says: 'It offers a part of the S3 interface, and the volume must stay mounted: try your engine on it first.',
			...confirmed(guide),
		},
		{
			says: 'Files change under a run: pin a copy of what a model trains on.',
			when: yes('repeatable'),
			...confirmed('Well-Architected Machine Learning Lens MLOPS03-BP02'),
		},
	],
	examples: [
		{ given: { family: 'file', where: 'aws', managed: 'fsx-ontap', 'region.same': true }, then: 'holds', monthly: 0 },
		{ given: { family: 'file', where: 'aws', managed: 'efs', 'region.same': true }, then: 'fails' },
	],
};
