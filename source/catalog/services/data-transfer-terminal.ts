import { days } from '../../facts/units.ts';
import { fact, formula, is, not, product, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { fileFamilies } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/datatransferterminal/latest/userguide/what-is-dtt';

export const dataTransferTerminal: ServiceRecord = {
	title: 'AWS Data Transfer Terminal',
	summary: 'A room with 100 Gbps fibres into AWS, to which you carry your own encrypted disks.',
	page: 'https://docs.aws.amazon.com/datatransferterminal/latest/userguide/what-is-dtt.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: [...fileFamilies, 'block'],
	availability: { state: 'open', ...confirmed(guide) },
	requires: [
		{
			because: 'it is only open to customers with AWS Enterprise Support',
			that: yes('customer.enterprise'),
			...confirmed(guide),
		},
		{
			because: 'no terminal is known to be within reach of this place',
			that: yes('near.terminal'),
			...confirmed(guide),
		},
		{
			because: 'disks can only be carried from a place where somebody can attach them',
			that: not(is('where', 'aws', 'saas', 'other-cloud')),
			scope: true,
			...confirmed('arithmetic'),
		},
	],
	modes: {
		trip: {
			title: 'a trip with encrypted disks',
			carries: 'history',
			// The wait for a reservation is an estimate of ours.
			lead: days(5),
			firstData: days(3),
			complete: formula('diskTripTime'),
			effort: { once: work.diskTrip, monthly: 0 },
			costs: [
				{ price: 'data-transfer-terminal.port', per: 'once', quantity: formula('portHours') },
				{ price: 'data-transfer-terminal.disks', per: 'once', quantity: fact('volume') },
				storedCopy,
			],
			sizing: { portHours: formula('portHours') },
		},
		trips: {
			title: 'a trip with encrypted disks every two weeks',
			carries: 'both',
			lead: days(5),
			firstData: days(3),
			complete: formula('diskTripTime'),
			freshness: days(14),
			effort: { once: work.diskTrip, monthly: work.diskTrip },
			costs: [
				{ price: 'data-transfer-terminal.port', per: 'once', quantity: formula('portHours') },
				{ price: 'data-transfer-terminal.port', per: 'month', quantity: 4 },
				storedCopy,
			],
		},
	},
	grants: writesLanding,
	byHand: [
		{ step: 'Name a transfer team and reserve a slot at the terminal.', owner: 'project lead', lead: days(5) },
		{
			step: 'Copy the data to encrypted disks, keep the keys apart, and wipe the disks afterwards.',
			owner: 'storage',
			lead: days(2),
		},
	],
	cautions: [
		{
			says: 'Over the line that is there it would take {days} days.',
			figures: { days: { count: product(1 / 86_400, formula('lineTime')) } },
			...confirmed('docs/datasync/latest/userguide/datasync-large-migration-timelines.html'),
		},
		{
			says: 'The fibres carry 2 x 100 Gbps; your device and its software usually carry less, so try it before the trip.',
			...confirmed(
				'aws.amazon.com/blogs/migration-and-modernization/optimize-transfer-performance-with-aws-data-transfer-terminal',
			),
		},
		{
			says: 'Disks are bought or rented: they are counted at $25 a TB, an estimate of ours.',
			...unconfirmed('estimate of ours'),
		},
	],
	examples: [
		{
			mode: 'trip',
			given: { where: 'on-premises', 'customer.enterprise': true, 'near.terminal': true, volume: 60e12 },
			then: 'holds',
			hours: 66.3,
			once: 2400,
			sizing: { portHours: 3 },
		},
		{ given: { where: 'on-premises', 'customer.enterprise': false, 'near.terminal': true }, then: 'fails' },
		{ given: { where: 'on-premises', 'customer.enterprise': true, 'near.terminal': false }, then: 'fails' },
		{ given: { where: 'other-cloud', 'customer.enterprise': true, 'near.terminal': true }, then: 'fails' },
	],
};
