import { formula, is } from '../../rules/constructors.ts';
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
			carries: 'both',
			lead: 0,
			firstData: 0,
			complete: 0,
			effort: { once: 0, monthly: 0 },
			costs: [],
		},
	},
	grants: [],
	examples: [
		{ given: { 'link.kind': 'internet' }, then: 'holds' },
		{ given: { 'link.kind': 'direct-connect' }, then: 'fails' },
	],
};
