import { days, megabits, terabytes } from '../../facts/units.ts';
import { any, atLeast, atMost, fact, formula, is, largest, not, product, sum } from '../../rules/constructors.ts';
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
		{
			because: 'for less than 5 TB nobody ships a device where a line is there',
			that: any(atLeast('volume', terabytes(5)), is('link.kind', 'none'), atMost('bandwidth', megabits(20))),
			...confirmed('rule of ours: physical ways from 5 TB on'),
		},
	],
	modes: {
		rounds: {
			title: 'devices that a partner ships again and again',
			requires: [
				{
					because: 'devices that go round bring data that is a month old at least',
					that: atLeast('freshness', days(30)),
					...confirmed('rule of ours'),
				},
			],
			carries: 'both',
			lead: days(14),
			firstData: days(12),
			complete: sum(days(5), formula('diskTripTime')),
			freshness: largest(fact('freshness'), days(30)),
			effort: { once: work.device, monthly: work.device / 2 },
			costs: [
				{ price: 'partner-import.device', per: 'once', quantity: formula('devices', { holds: terabytes(100) }) },
				{ price: 'partner-import.device', per: 'month', quantity: formula('runsMonthly', { floor: days(30) }) },
				{ price: 'partner-import.data', per: 'month', quantity: formula('changedMonthly') },
				storedCopy,
			],
		},
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
		{
			mode: 'shipped',
			given: { family: 'file', where: 'on-premises', volume: 20e12 },
			then: 'holds',
			hours: 174,
			once: 6800,
		},
		{ mode: 'shipped', given: { family: 'log', where: 'on-premises', volume: 2e12, bandwidth: 500e6 }, then: 'fails' },
		{ given: { family: 'object', where: 'other-cloud' }, then: 'fails' },
	],
};
