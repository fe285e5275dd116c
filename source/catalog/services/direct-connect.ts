import { days, gigabits } from '../../facts/units.ts';
import type { Term } from '../../rules/condition.ts';
import { formula, is, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import type { Mode, Requirement, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/directconnect/latest/UserGuide/WorkingWithConnections.md';
const hosted = 'docs/directconnect/latest/UserGuide/hosted_connection.html';

const orderable: Requirement = {
	because: 'no partner is known to deliver a hosted Direct Connect at this place',
	that: yes('near.directConnect'),
	...confirmed(hosted),
};

const nothing: Pick<Mode, 'carries' | 'firstData' | 'complete'> = { carries: 'both', firstData: 0, complete: 0 };

const ordered = (title: string, rate: number, lead: Term, costs: Mode['costs']): Mode => ({
	title,
	requires: [orderable],
	...nothing,
	lead,
	effort: { once: work.directConnect, monthly: work.watchMonthly },
	costs,
	sizing: { bandwidth: rate },
	gives: { 'path.bandwidth': formula('orderedBandwidth', { rate }) },
});

export const directConnect: ServiceRecord = {
	title: 'AWS Direct Connect',
	summary: 'A private line to AWS that does not touch the internet; a pipe, which moves nothing by itself.',
	page: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/Welcome.html',
	slot: 'path',
	serves: [],
	families: [],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedForAll,
	requires: [],
	gives: { 'path.online': true, 'path.private': true, 'path.bandwidth': formula('lineBandwidth') },
	modes: {
		existing: {
			title: 'the Direct Connect that is there',
			requires: [
				{
					because: 'this place has no Direct Connect yet',
					that: is('link.kind', 'direct-connect'),
					...confirmed('arithmetic'),
				},
			],
			...nothing,
			lead: 0,
			effort: { once: 0, monthly: 0 },
			costs: [],
		},
		'hosted-1g': ordered('hosted, 1 Gbps', gigabits(1), days(14), [
			{ price: 'direct-connect.hosted-1g', per: 'month', quantity: 730 },
		]),
		'hosted-10g': ordered('hosted, 10 Gbps', gigabits(10), days(14), [
			{ price: 'direct-connect.hosted-10g', per: 'month', quantity: 730 },
		]),
		'hosted-1g-quarter': {
			...ordered('hosted, 1 Gbps, for three months', gigabits(1), days(14), [
				{ price: 'direct-connect.hosted-1g', per: 'once', quantity: 2190 },
			]),
			effort: { once: work.directConnect, monthly: 0 },
			// It goes again, so only a history may count on it.
			gives: { 'path.online': false, 'path.bandwidth': formula('orderedBandwidth', { rate: gigabits(1) }) },
		},
		'hosted-10g-quarter': {
			...ordered('hosted, 10 Gbps, for three months', gigabits(10), days(14), [
				{ price: 'direct-connect.hosted-10g', per: 'once', quantity: 2190 },
			]),
			effort: { once: work.directConnect, monthly: 0 },
			gives: { 'path.online': false, 'path.bandwidth': formula('orderedBandwidth', { rate: gigabits(10) }) },
		},
		'dedicated-10g': ordered('dedicated, 10 Gbps', gigabits(10), days(75), [
			{ price: 'direct-connect.dedicated-10g', per: 'month', quantity: 730 },
		]),
		'dedicated-100g': ordered('dedicated, 100 Gbps', gigabits(100), days(75), [
			{ price: 'direct-connect.dedicated-100g', per: 'month', quantity: 730 },
		]),
	},
	grants: [],
	byHand: [
		{ step: 'Order the connection and the cross-connect from a partner or AWS.', owner: 'network', lead: days(14) },
	],
	cautions: [
		{
			says: 'Direct Connect does not encrypt: add IPsec over it, or MACsec on a dedicated connection.',
			...confirmed('docs/directconnect/latest/UserGuide/dedicated_connection.md'),
		},
		{ says: 'What the partner and the cross-connect cost is not counted.', ...unconfirmed('estimate of ours') },
		{ says: 'Plan 1 to 14 days for a hosted and 3 weeks to 3 months for a dedicated line.', ...unconfirmed('memory') },
	],
	examples: [
		{ mode: 'existing', given: { 'link.kind': 'direct-connect' }, then: 'holds', monthly: 0 },
		{ mode: 'hosted-1g', given: { 'near.directConnect': true }, then: 'holds', monthly: 240.9 },
		{ mode: 'hosted-1g', given: { 'near.directConnect': false }, then: 'fails' },
		{ mode: 'dedicated-10g', given: { 'near.directConnect': true }, then: 'holds', monthly: 1642.5 },
	],
};
