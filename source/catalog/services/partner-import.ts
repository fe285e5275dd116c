import { days, terabytes } from '../../facts/units.ts';
import { fact, formula, is, not, product, sum } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { fileFamilies } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const snowball = 'docs/snowball/latest/developer-guide/importtype.html';

export const partnerImport: ServiceRecord = {
	title: 'Offline import by an AWS Partner',
	summary: 'A partner ships devices, fetches them filled, and uploads them: what AWS names in place of Snowball.',
	page: 'https://aws.amazon.com/cloud-data-migration/',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: [...fileFamilies, 'block'],
	availability: { state: 'open', ...confirmed(snowball) },
	requires: [
		{
			because: 'a device can only be shipped to a place where somebody can attach it',
			that: not(is('where', 'aws', 'saas', 'other-cloud')),
			scope: true,
			...confirmed('arithmetic'),
		},
	],
	modes: {
		shipped: {
			title: 'devices that a partner ships',
			carries: 'history',
			// Contract and shipping as with the devices of AWS, one to three weeks: an estimate of ours.
			lead: days(14),
			firstData: days(12),
			complete: sum(days(5), formula('diskTripTime')),
			effort: { once: work.device, monthly: 0 },
			costs: [
				{
					price: 'partner-import.device',
					per: 'once',
					quantity: formula('devices', { holds: terabytes(100) }),
				},
				{ price: 'partner-import.data', per: 'once', quantity: product(1, fact('volume')) },
				storedCopy,
			],
		},
	},
	grants: writesLanding,
	byHand: [
		{
			step: 'Ask two partners for an offer: devices, encryption and who holds the keys, days on site, wiping afterwards.',
			owner: 'procurement',
			lead: days(14),
		},
	],
	cautions: [
		{
			says: 'Partners publish no prices: what is counted is an estimate of ours, ask before deciding.',
			...unconfirmed('estimate of ours'),
		},
	],
	examples: [
		{ given: { family: 'file', where: 'on-premises', volume: 20e12 }, then: 'holds', hours: 174, once: 6800 },
		{ given: { family: 'object', where: 'other-cloud' }, then: 'fails' },
	],
};
