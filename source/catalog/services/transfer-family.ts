import { hours, minutes } from '../../facts/units.ts';
import { formula, is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const toolkit = 'github.com/aws/agent-toolkit-for-aws aws-storage data-movement-and-protection-knowledge';

export const transferFamily: ServiceRecord = {
	title: 'AWS Transfer Family',
	summary: 'A managed SFTP endpoint: partners push files, which become objects in S3.',
	page: 'https://docs.aws.amazon.com/transfer/latest/userguide/what-is-aws-transfer-family.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['file', 'object', 'external'],
	availability: { state: 'open', ...confirmed(toolkit) },
	requires: [
		{
			because: 'it serves partners that speak SFTP, and this source does not',
			that: is('protocol', 'sftp'),
			scope: true,
			...confirmed(toolkit),
		},
		staysOnline,
	],
	modes: {
		sftp: {
			title: 'an SFTP endpoint to which partners push',
			carries: 'both',
			lead: hours(4),
			firstData: hours(1),
			complete: formula('transferTime'),
			// A file is an object as soon as its upload ends.
			freshness: minutes(5),
			effort: { once: work.integration, monthly: work.watchMonthly },
			costs: [
				{ price: 'transfer-family.endpoint', per: 'month', quantity: 730 },
				{ price: 'transfer-family.data', per: 'month', quantity: formula('changedMonthly') },
				storedCopy,
			],
			settings: { protocol: 'SFTP' },
		},
	},
	grants: writesLanding,
	byHand: [
		{
			step: 'Exchange SSH keys with the partners and tell them the new address.',
			owner: 'partner manager',
			lead: hours(40),
		},
	],
	cautions: [
		{
			says: 'The endpoint costs $219 a month even when nobody sends.',
			...confirmed('github.com/api-evangelist amazon-transfer-family plans'),
		},
		{
			says: 'Where a partner lets you fetch instead, an SFTP connector pulls without an endpoint.',
			...confirmed(toolkit),
		},
		{
			says: 'Plain FTP is not encrypted and is not offered outside a VPC; leave it switched off.',
			...confirmed(toolkit),
		},
	],
	examples: [
		// 50 GB a day.
		{
			given: { protocol: 'sftp', 'path.online': true, change: 50e9 / 86_400, volume: 0 },
			then: 'holds',
			monthly: 279.8,
		},
		{ given: { protocol: 'nfs', 'path.online': true }, then: 'fails' },
		{ given: { 'path.online': true }, then: 'unknown' },
	],
};
