import { hours, minutes } from '../../facts/units.ts';
import { all, any, fact, formula, is, largest, no, not, product, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
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
	eligibility: namedForAll,
	requires: [
		{
			because: 'it serves partners that speak SFTP, FTPS, FTP or AS2, and this source does not',
			that: is('protocol', 'sftp', 'ftps', 'ftp', 'as2'),
			scope: true,
			...confirmed(toolkit),
		},
		{
			because: 'plain FTP is not encrypted and stays inside a VPC: over the internet partners speak SFTP or FTPS',
			that: any(not(is('protocol', 'ftp')), yes('path.private')),
			...confirmed(toolkit),
		},
		staysOnline,
	],
	modes: {
		sftp: {
			title: 'an endpoint to which partners push',
			requires: [
				{
					because: 'the other side sends nothing itself: a connector fetches its files without an endpoint',
					that: yes('pushed'),
					...confirmed(toolkit),
				},
			],
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
		connector: {
			title: 'a connector that fetches the files',
			requires: [
				{
					because: 'a connector fetches from an SFTP server, and the other side sends its files itself',
					that: all(no('pushed'), is('protocol', 'sftp')),
					...confirmed(toolkit),
				},
			],
			carries: 'both',
			lead: hours(4),
			firstData: hours(1),
			complete: formula('transferTime'),
			freshness: largest(fact('freshness'), minutes(15)),
			effort: { once: work.connector, monthly: work.watchMonthly },
			costs: [
				// A list and a fetch for each run: how many files there are is not known.
				{
					price: 'transfer-family.calls',
					per: 'month',
					quantity: product(2, formula('runsMonthly', { floor: minutes(15) })),
				},
				{ price: 'transfer-family.data', per: 'month', quantity: formula('changedMonthly') },
				storedCopy,
			],
			settings: { protocol: 'SFTP', connector: true },
		},
	},
	grants: writesLanding,
	byHand: [
		{
			step: 'Exchange SSH keys with the partners and tell them the new address.',
			owner: 'partner manager',
			lead: hours(40),
			modes: ['sftp'],
		},
		{
			step: 'Keep the address, host key and credentials of the server in Secrets Manager.',
			owner: 'partner manager',
			lead: hours(8),
			modes: ['connector'],
		},
	],
	cautions: [
		{
			says: 'An endpoint costs $219 a month even when nobody sends.',
			when: yes('pushed'),
			...confirmed('github.com/api-evangelist amazon-transfer-family plans'),
		},
		{
			says: 'Where a partner lets you fetch instead, an SFTP connector pulls without an endpoint.',
			when: yes('pushed'),
			...confirmed(toolkit),
		},
		{
			says: 'FTPS needs a certificate and an endpoint in a VPC; plain FTP is not encrypted and stays in one.',
			when: not(is('protocol', 'sftp')),
			...confirmed(toolkit),
		},
	],
	examples: [
		// 50 GB a day.
		{
			mode: 'sftp',
			given: { protocol: 'sftp', 'path.online': true, change: 50e9 / 86_400, volume: 0 },
			then: 'holds',
			monthly: 279.8,
		},
		{
			mode: 'connector',
			given: {
				protocol: 'sftp',
				pushed: false,
				'path.online': true,
				change: 50e9 / 86_400,
				volume: 0,
				freshness: 86_400,
			},
			then: 'holds',
			monthly: 60.9,
		},
		{ given: { protocol: 'ftp', 'path.online': true, 'path.private': false }, then: 'fails' },
		{ given: { protocol: 'nfs', 'path.online': true }, then: 'fails' },
		{ given: { 'path.online': true }, then: 'unknown' },
	],
};
