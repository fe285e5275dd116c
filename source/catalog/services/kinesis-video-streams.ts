import { days, gigabits, minutes } from '../../facts/units.ts';
import { formula, is, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/kinesisvideostreams/latest/dg/what-is-kinesis-video.html';

export const kinesisVideoStreams: ServiceRecord = {
	title: 'Amazon Kinesis Video Streams',
	summary: 'Takes in what cameras film, keeps it by time, and hands clips and still pictures on to S3.',
	page: 'https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/what-is-kinesis-video.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['video'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		staysOnline,
		{
			because: 'it takes in what cameras film from then on; recordings that lie as files or objects are copied as such',
			that: unless('protocol', is('protocol', 'sdk')),
			...confirmed(guide),
		},
	],
	modes: {
		stream: {
			title: 'from cameras',
			carries: 'both',
			lead: days(2),
			firstData: minutes(5),
			complete: formula('transferTime', { cap: gigabits(10) }),
			freshness: minutes(5),
			effort: { once: work.producers + work.consumer, monthly: work.consumerMonthly },
			costs: [{ price: 'kinesis-video.in', per: 'month', quantity: formula('changedMonthly') }],
			settings: { imagesToS3: true },
		},
	},
	grants: [
		{
			actions: ['kinesisvideo:GetDataEndpoint', 'kinesisvideo:GetClip', 'kinesisvideo:GetImages'],
			on: 'source',
			why: 'Takes clips and pictures out.',
		},
		...writesLanding,
	],
	byHand: [
		{
			step: 'Put the producer library on the cameras or on a gateway beside them.',
			owner: 'device operations',
			lead: days(2),
		},
	],
	cautions: [
		{
			says: 'It keeps what cameras send as long as its retention says; files that were filmed before are copied as files.',
			...confirmed(guide),
		},
		{ says: 'Faces and number plates are personal content.', ...unconfirmed(guide) },
	],
	examples: [
		{ given: { family: 'video', change: 1e6, 'path.online': true }, then: 'holds', monthly: 20.8 },
		{ given: { family: 'video', protocol: 'nfs', volume: 1e15, 'path.online': true }, then: 'fails' },
	],
};
