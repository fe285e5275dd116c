import { gigabits } from '../../facts/units.ts';
import { all, any, formula, is, known, not } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';

export const internet: ServiceRecord = {
	title: 'Internet',
	summary: 'The line a place has already, encrypted with TLS; sending data into AWS is free.',
	page: 'https://aws.amazon.com/about-aws/global-infrastructure/global-network/faqs',
	slot: 'path',
	serves: [],
	families: [],
	availability: { state: 'open', ...confirmed('aws.amazon.com/about-aws/global-infrastructure/global-network/faqs') },
	eligibility: 'not of AWS',
	requires: [
		{
			because: 'this place has no line to the internet that could be used',
			that: is('link.kind', 'internet', 'vpn'),
			...confirmed('arithmetic'),
		},
	],
	gives: { 'path.online': true, 'path.private': false, 'path.bandwidth': formula('lineBandwidth') },
	modes: {
		existing: {
			title: 'the line that is there',
			requires: [
				{
					because: 'nobody states the bandwidth of a cloud or a SaaS product',
					that: any(known('bandwidth'), not(is('where', 'other-cloud', 'saas'))),
					...confirmed('arithmetic'),
				},
			],
			carries: 'both',
			lead: 0,
			firstData: 0,
			complete: 0,
			effort: { once: 0, monthly: 0 },
			costs: [],
		},
		cloud: {
			title: 'from another cloud or a SaaS product',
			requires: [
				{
					because: 'this place has a line of its own',
					that: all(is('where', 'other-cloud', 'saas'), not(known('bandwidth'))),
					...confirmed('arithmetic'),
				},
			],
			carries: 'both',
			lead: 0,
			firstData: 0,
			complete: 0,
			effort: { once: 0, monthly: 0 },
			costs: [],
			// What such a place sends is rarely held up by its line; 1 Gbps is our estimate.
			gives: { 'path.bandwidth': formula('orderedBandwidth', { rate: gigabits(1) }) },
		},
	},
	grants: [],
	examples: [
		{ mode: 'existing', given: { where: 'on-premises', 'link.kind': 'internet' }, then: 'holds' },
		{ mode: 'existing', given: { where: 'saas', 'link.kind': 'internet' }, then: 'fails' },
		{ mode: 'cloud', given: { where: 'saas', 'link.kind': 'internet' }, then: 'holds' },
		{ given: { 'link.kind': 'direct-connect' }, then: 'fails' },
	],
};
