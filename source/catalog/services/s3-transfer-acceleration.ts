import { gigabits, hours, minutes } from '../../facts/units.ts';
import { atLeast, fact, formula, is, no, not, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { oneWay, staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/AmazonS3/latest/userguide/transfer-acceleration.html';

export const s3TransferAcceleration: ServiceRecord = {
	title: 'Amazon S3 Transfer Acceleration',
	summary: 'Many distant sites upload into one bucket through the nearest AWS edge, in parallel parts.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['file', 'object', 'video'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'it pays for many distant sites that send to one bucket; from a few a plain upload is as fast',
			that: atLeast('sites', 3),
			...confirmed('SAA-C03 practice question on global sites'),
		},
		{
			because: 'its edge is reached over the internet only',
			that: no('private.required'),
			...confirmed(guide),
		},
		{ because: 'data in AWS needs no edge', that: not(is('where', 'aws')), scope: true, ...confirmed(guide) },
		{
			because: 'the sender must write through an S3 client, and this source is not read by one',
			that: unless('protocol', not(is('protocol', 'azure-blob', 'gcs', 'sftp', 'ftps', 'ftp', 'as2'))),
			...confirmed(guide),
		},
		oneWay,
		staysOnline,
	],
	modes: {
		accelerated: {
			title: 'multipart through the edge',
			carries: 'both',
			lead: hours(1),
			firstData: minutes(10),
			complete: formula('transferTime', { cap: gigabits(100) }),
			// Each site sends when a file is ready.
			freshness: minutes(15),
			effort: { once: work.script + 2, monthly: work.watchMonthly },
			costs: [
				{ price: 's3.acceleration', per: 'once', quantity: fact('volume') },
				{ price: 's3.acceleration', per: 'month', quantity: formula('changedMonthly') },
				storedCopy,
			],
			sizing: { partSize: formula('partSize') },
			settings: { accelerate: true },
		},
	},
	grants: writesLanding,
	cautions: [
		{
			says: 'Send large files in parts (multipart) and in parallel: the edge alone gains little on one stream.',
			...confirmed('docs/AmazonS3/latest/userguide/mpuoverview.html'),
		},
		{
			says: 'Amazon’s speed comparison page shows what the edge gains from each site; it is charged only where it is faster.',
			...unconfirmed(guide),
		},
	],
	examples: [
		{ given: { family: 'object', where: 'on-premises', sites: 20, 'path.online': true }, then: 'holds' },
		{ given: { family: 'object', where: 'on-premises', sites: 1, 'path.online': true }, then: 'fails' },
		{
			given: { family: 'object', where: 'on-premises', sites: 20, 'path.online': true, 'private.required': true },
			then: 'fails',
		},
	],
};
