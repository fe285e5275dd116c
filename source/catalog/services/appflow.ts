import { gigabytes, hours, minutes } from '../../facts/units.ts';
import {
	any,
	atMost,
	fact,
	formula,
	is,
	largest,
	no,
	not,
	product,
	sum,
	unless,
	yes,
} from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedFor } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/appflow/latest/userguide/general.html';

const mode = (title: string, carries: Mode['carries']): Mode => ({
	title,
	carries,
	lead: hours(8),
	firstData: minutes(30),
	complete: carries === 'changes' ? 0 : hours(4),
	...(carries !== 'history' && { freshness: largest(fact('freshness'), minutes(15)) }),
	// What it brings are files of changed records: a job merges them.
	effort: {
		once: sum(work.connector, carries === 'history' ? 0 : work.merge),
		monthly: carries === 'history' ? 0 : sum(work.mergeMonthly, work.watchMonthly),
	},
	costs: [
		...(carries === 'changes'
			? []
			: [{ price: 'appflow.processed', per: 'once', quantity: fact('volume') } as const, storedCopy]),
		...(carries === 'history'
			? []
			: [
					{ price: 'appflow.processed', per: 'month', quantity: formula('changedMonthly') } as const,
					{ price: 'appflow.run', per: 'month', quantity: formula('runsMonthly', { floor: minutes(15) }) } as const,
				]),
	],
	settings: {
		trigger: carries === 'history' ? 'on demand' : 'scheduled',
		pull: carries === 'history' ? 'complete' : 'incremental',
	},
});

export const appflow: ServiceRecord = {
	title: 'Amazon AppFlow',
	summary:
		'Brings records out of SaaS products into S3 on a schedule, masked and filtered on the way where wanted, without code.',
	page: 'https://docs.aws.amazon.com/appflow/latest/userguide/what-is-appflow.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['saas'],
	availability: { state: 'open', ...confirmed('docs/appflow/1.0/APIReference/Welcome.html') },
	eligibility: namedFor('hipaa', 'pci', 'soc2'),
	requires: [
		{
			because: 'it speaks to the product over the internet, and only some products over a private line',
			that: no('private.required'),
			...confirmed(guide),
		},
		{
			because: 'it has no connector for this product',
			that: is('saas', 'salesforce', 'sap', 'servicenow', 'zendesk', 'marketo', 'google-analytics', 'slack', 'hubspot'),
			...confirmed(guide),
		},
	],
	modes: {
		scheduled: mode('on a schedule', 'both'),
		once: mode('once', 'history'),
		changes: mode('on a schedule, without the history', 'changes'),
	},
	grants: [
		{ actions: ['appflow:StartFlow', 'appflow:DescribeFlow'], on: 'source', why: 'Runs the flow.' },
		{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'Signs in to the product.' },
		...writesLanding,
	],
	byHand: [
		{
			step: 'Authorise the connection in the product with an account that reads the objects.',
			owner: 'SaaS administrator',
			lead: hours(8),
		},
	],
	cautions: [
		{ says: 'Its calls count against the API quota of the product.', ...confirmed(guide) },
		{
			says: 'A run carries 100 GB at most, for Salesforce about 15 GB in practice: load the history in parts.',
			when: any(not(atMost('volume', gigabytes(15)))),
			...unconfirmed('copy of the quotas page'),
		},
		{
			says: 'A run carries 1 GB of Marketo: {history} runs for the history, and {daily} a day for what changes.',
			when: is('saas', 'marketo'),
			figures: {
				history: { count: product(1e-9, fact('volume')) },
				daily: { count: product(86_400e-9, fact('change')) },
			},
			...unconfirmed('copy of the quotas page'),
		},
		{ says: 'New fields are taken over by themselves for Salesforce only.', ...confirmed(guide) },
		{
			says: 'Fields can be masked before they reach S3.',
			when: any(yes('transform'), unless('sensitivity', is('sensitivity', 'personal', 'health', 'card'))),
			...confirmed(guide),
		},
		{
			says: 'No closure was found, but the newest list of closing services could not be read: look again before building.',
			...unconfirmed('lifecycle list of 2026-09'),
		},
	],
	examples: [
		{
			mode: 'scheduled',
			// 30 GB, 300 MB a day, daily.
			given: { saas: 'salesforce', volume: 30e9, change: 300e6 / 86_400, freshness: 86_400 },
			then: 'holds',
			once: 0.56,
			monthly: 0.84,
		},
		{ mode: 'scheduled', given: { saas: 'amazon-connect' }, then: 'fails' },
	],
};
