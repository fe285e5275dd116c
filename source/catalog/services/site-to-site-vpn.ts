import { gigabits, hours } from '../../facts/units.ts';
import { all, any, formula, is, known, not } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const tunnels = 'docs/vpn/latest/s2svpn/VPNTunnels.md';

export const siteToSiteVpn: ServiceRecord = {
	title: 'AWS Site-to-Site VPN',
	summary: 'Two IPsec tunnels over the line that is there: private within hours, no faster than the line.',
	page: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html',
	slot: 'path',
	serves: [],
	families: [],
	availability: { state: 'open', ...confirmed(tunnels) },
	requires: [],
	// A standard tunnel carries 1.25 Gbps, whatever the line does.
	gives: {
		'path.online': true,
		'path.private': true,
		'path.bandwidth': formula('lineBandwidth', { cap: gigabits(1.25) }),
	},
	modes: {
		existing: {
			title: 'the VPN that is there',
			requires: [{ because: 'this place has no VPN yet', that: is('link.kind', 'vpn'), ...confirmed('arithmetic') }],
			carries: 'both',
			lead: 0,
			firstData: 0,
			complete: 0,
			effort: { once: 0, monthly: 0 },
			costs: [],
		},
		new: {
			title: 'a new VPN over the internet line',
			requires: [
				{
					because: 'a new VPN rides on an internet line, and this place has none that could be used',
					that: all(is('link.kind', 'internet'), any(known('bandwidth'), not(is('where', 'other-cloud', 'saas')))),
					...confirmed(tunnels),
				},
			],
			carries: 'both',
			lead: hours(8),
			firstData: 0,
			complete: 0,
			effort: { once: work.tunnel, monthly: work.watchMonthly },
			costs: [{ price: 'vpn.connection', per: 'month', quantity: 730 }],
		},
		'between-clouds': {
			title: 'a new VPN to another cloud',
			requires: [
				{
					because: 'only the networks of another cloud end in a VPN without a line of their own',
					that: all(is('where', 'other-cloud'), not(known('bandwidth'))),
					...confirmed(tunnels),
				},
			],
			carries: 'both',
			lead: hours(8),
			firstData: 0,
			complete: 0,
			effort: { once: work.tunnel, monthly: work.watchMonthly },
			costs: [{ price: 'vpn.connection', per: 'month', quantity: 730 }],
			gives: { 'path.bandwidth': formula('orderedBandwidth', { rate: gigabits(1) }) },
		},
	},
	grants: [],
	byHand: [{ step: 'Configure the customer gateway device for both tunnels.', owner: 'network', lead: hours(8) }],
	cautions: [
		{
			says: 'A standard tunnel ends at 1.25 Gbps; large tunnels carry 5 Gbps, but only on a transit gateway or Cloud WAN.',
			when: { fact: 'bandwidth', atLeast: gigabits(1.25) },
			...confirmed(tunnels),
		},
	],
	examples: [
		{ mode: 'new', given: { where: 'on-premises', 'link.kind': 'internet' }, then: 'holds', monthly: 36.5 },
		{ mode: 'between-clouds', given: { where: 'other-cloud' }, then: 'holds', monthly: 36.5 },
		{ mode: 'new', given: { where: 'on-premises', 'link.kind': 'none' }, then: 'fails' },
		{ mode: 'existing', given: { 'link.kind': 'vpn' }, then: 'holds', monthly: 0 },
	],
};
