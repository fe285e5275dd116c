import { hours, minutes } from '../../facts/units.ts';
import { is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';

const guide = 'docs/connect/latest/adminguide/amazon-connect-instances.html';

export const connectStorage: ServiceRecord = {
	title: 'Amazon Connect data storage',
	summary:
		'A contact centre writes its recordings, transcripts and reports to a bucket of yours, and its contact records to a stream.',
	page: 'https://docs.aws.amazon.com/connect/latest/adminguide/data-storage.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['saas'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		{
			because: 'only Amazon Connect stores its recordings in a bucket of yours by itself',
			that: is('saas', 'amazon-connect'),
			scope: true,
			...confirmed('arithmetic'),
		},
	],
	modes: {
		bucket: {
			title: 'to a bucket',
			carries: 'both',
			lead: hours(1),
			firstData: minutes(30),
			complete: hours(1),
			freshness: minutes(30),
			effort: { once: 2, monthly: 0 },
			costs: [storedCopy],
			settings: { recordings: true, transcripts: true },
		},
	},
	grants: writesLanding,
	byHand: [
		{
			step: 'Name bucket and key for recordings and transcripts in the settings of the Connect instance.',
			owner: 'contact centre',
			lead: hours(4),
		},
	],
	cautions: [
		{
			says: 'Recordings hold voices and what callers say: treat them as personal content, and have them transcribed before features are made.',
			...unconfirmed(guide),
		},
		{
			says: 'What was recorded before the bucket was named lies in the bucket named then: read it there.',
			...unconfirmed(guide),
		},
	],
	examples: [
		{ given: { saas: 'amazon-connect', volume: 1e12 }, then: 'holds', monthly: 21.4 },
		{ given: { saas: 'salesforce' }, then: 'fails' },
	],
};
