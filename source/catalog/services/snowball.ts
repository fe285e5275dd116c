import { days, terabytes } from '../../facts/units.ts';
import { formula, is, not, product } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { fileFamilies, fitsObject } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const limits = 'docs/snowball/latest/developer-guide/limits.html';

export const snowball: ServiceRecord = {
	title: 'AWS Snowball Edge',
	summary: 'A device that AWS ships, you fill, and AWS reads in; for customers who had one before it closed.',
	page: 'https://docs.aws.amazon.com/snowball/latest/developer-guide/whatisedge.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: [...fileFamilies, 'block'],
	availability: {
		state: 'closed to new customers',
		on: '2025-11-07',
		instead: ['datasync', 'data-transfer-terminal', 'partner-import'],
		existing: 'customer.snowball',
		...confirmed('docs/snowball/latest/api-reference/API_ServiceVersion.html'),
	},
	eligibility: namedForAll,
	requires: [
		{
			because: 'a device can only be shipped to a place where somebody can attach it',
			that: not(is('where', 'aws', 'saas', 'other-cloud')),
			scope: true,
			...confirmed('arithmetic'),
		},
		fitsObject(terabytes(5), limits, true, 'a device takes no object above 5 TB'),
	],
	modes: {
		'storage-210': {
			title: 'storage optimised, 210 TB',
			carries: 'history',
			lead: days(7),
			firstData: days(10),
			// Filling, shipping and reading in: 7 to 21 days door to door, of which a week is the lead.
			complete: product(days(10), formula('devices')),
			effort: { once: product(work.device, formula('devices')), monthly: 0 },
			costs: [{ price: 'snowball.job', per: 'once', quantity: formula('devices') }, storedCopy],
			sizing: { devices: formula('devices') },
		},
	},
	grants: writesLanding,
	byHand: [
		{ step: 'Order the devices and have somebody rack, fill and return them.', owner: 'storage', lead: days(7) },
	],
	cautions: [
		{
			says: 'Ten days on site are in the fee; every day more is charged.',
			...confirmed('docs/snowball/latest/developer-guide/pricing'),
		},
		{ says: 'Small files fill a device slowly: pack them first.', ...confirmed(limits) },
		{ says: 'Door to door takes one to three weeks.', ...unconfirmed('thecodeforge.io') },
	],
	examples: [
		{ given: { where: 'on-premises', 'customer.snowball': false }, then: 'fails' },
		{
			given: { where: 'on-premises', 'customer.snowball': true, volume: 20e12 },
			then: 'holds',
			hours: 240,
			sizing: { devices: 1 },
		},
		{ given: { where: 'on-premises', 'customer.snowball': true, 'object.largest': 8e12 }, then: 'fails' },
	],
};
