import { days, gigabits } from '../../facts/units.ts';
import { formula, is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/interconnect/latest/userguide/pricing-title.html';

export const interconnect: ServiceRecord = {
	title: 'AWS Interconnect',
	summary:
		'A private line between AWS and another cloud that both sides run, billed by the hour and not by the gigabyte.',
	page: 'https://docs.aws.amazon.com/interconnect/latest/userguide/what-is.html',
	slot: 'path',
	serves: [],
	families: [],
	availability: { state: 'open', ...confirmed(guide) },
	requires: [
		{
			because: 'it joins AWS with another cloud; on other sites Direct Connect or a VPN does',
			that: is('where', 'other-cloud'),
			scope: true,
			...confirmed(guide),
		},
	],
	gives: { 'path.online': true, 'path.private': true },
	modes: {
		multicloud: {
			title: 'to another cloud, 10 Gbps',
			carries: 'both',
			// Minutes to days, as far as is known.
			lead: days(3),
			firstData: 0,
			complete: 0,
			effort: { once: work.directConnect, monthly: work.watchMonthly },
			costs: [{ price: 'interconnect.10g', per: 'month', quantity: 730 }],
			sizing: { bandwidth: gigabits(10) },
			gives: { 'path.bandwidth': formula('orderedBandwidth', { rate: gigabits(10) }) },
		},
	},
	grants: [],
	byHand: [
		{ step: 'Order the interconnect in AWS and accept it in the other cloud.', owner: 'network', lead: days(3) },
	],
	cautions: [
		{
			says: 'It is billed by bandwidth and distance; the amount could not be read and is taken as that of a hosted Direct Connect.',
			...unconfirmed(guide),
		},
	],
	examples: [
		{ given: { where: 'other-cloud' }, then: 'holds', monthly: 1810.4 },
		{ given: { where: 'on-premises' }, then: 'fails' },
	],
};
