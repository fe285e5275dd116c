import { days, gigabits, hours, minutes } from '../../facts/units.ts';
import { fact, formula, is, product, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const toolkit = 'github.com/aws/agent-toolkit-for-aws aws-storage data-movement-and-protection-knowledge';

export const s3FileGateway: ServiceRecord = {
	title: 'Amazon S3 File Gateway',
	summary: 'Programs on site keep an NFS or SMB share with a local cache while the files are objects in S3.',
	page: 'https://docs.aws.amazon.com/filegateway/latest/files3/what-is-file-s3.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: ['file', 'object'],
	availability: { state: 'open', ...confirmed(toolkit) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'it serves programs that go on working in the files on site; for a copy alone a transfer does',
			that: yes('local.use'),
			...confirmed(toolkit),
		},
		{
			because: 'it serves NFS and SMB shares on site',
			that: unless('protocol', is('protocol', 'nfs', 'smb')),
			...confirmed(toolkit),
		},
		{
			because: 'a gateway stands on site',
			that: is('where', 'on-premises', 'edge'),
			scope: true,
			...confirmed(toolkit),
		},
		staysOnline,
	],
	modes: {
		gateway: {
			title: 'a gateway on each site',
			carries: 'both',
			lead: days(2),
			firstData: hours(1),
			complete: formula('transferTime', { cap: gigabits(10) }),
			// Files are uploaded after they are closed; minutes is our estimate.
			freshness: minutes(15),
			effort: { once: product(work.agent + 2, fact('sites')), monthly: product(work.agentMonthly, fact('sites')) },
			costs: [
				{ price: 's3-file-gateway.written', per: 'once', quantity: fact('volume') },
				{ price: 's3-file-gateway.written', per: 'month', quantity: formula('gatewayWrites') },
				storedCopy,
			],
		},
	},
	grants: writesLanding,
	byHand: [{ step: 'Install the gateway on site and move the share to it.', owner: 'storage', lead: days(2) }],
	cautions: [
		{ says: 'Symbolic and hard links are not kept.', ...confirmed(toolkit) },
		{
			says: 'Objects that others write into the bucket are seen on site only after a refresh of the cache.',
			...unconfirmed('memory'),
		},
	],
	examples: [
		{
			given: {
				where: 'on-premises',
				protocol: 'nfs',
				'local.use': true,
				'path.online': true,
				change: 10e6,
				volume: 0,
				sites: 1,
			},
			then: 'holds',
			monthly: 125,
		},
		{ given: { where: 'on-premises', protocol: 'nfs', 'local.use': false, 'path.online': true }, then: 'fails' },
		{ given: { where: 'on-premises', protocol: 'nfs', 'local.use': true, 'path.online': false }, then: 'fails' },
	],
};
