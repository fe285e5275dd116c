import { days, hours } from '../../facts/units.ts';
import { formula, is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/data-exchange/latest/userguide/what-is.html';

export const dataExchange: ServiceRecord = {
	title: 'AWS Data Exchange',
	summary: 'Revisions of a data set that somebody sells or gives are exported to your bucket as they come out.',
	page: 'https://docs.aws.amazon.com/data-exchange/latest/userguide/what-is.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['external'],
	availability: { state: 'open', ...unconfirmed('no closure notice found') },
	requires: [
		{
			because: 'it brings data sets that are offered on AWS Data Exchange',
			that: is('managed', 'data-exchange'),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		revisions: {
			title: 'each revision, exported',
			carries: 'both',
			lead: days(2),
			firstData: hours(1),
			complete: formula('insideTime'),
			freshness: hours(1),
			effort: { once: work.export, monthly: work.watchMonthly / 2 },
			costs: [storedCopy],
			settings: { autoExport: true },
		},
	},
	grants: [
		{
			actions: ['dataexchange:CreateEventAction', 'dataexchange:CreateJob', 'dataexchange:StartJob'],
			on: 'source',
			why: 'Exports every revision.',
		},
		...writesLanding,
	],
	byHand: [
		{
			step: 'Subscribe to the data set and have its licence read by those who answer for it.',
			owner: 'data owner',
			lead: days(2),
		},
	],
	cautions: [
		{
			says: 'Keep the licence with the data set in the catalogue: what may be trained on it, for how long, and what must go when it ends.',
			...confirmed('Well-Architected Machine Learning Lens MLSEC01-BP01'),
		},
		{ says: 'What the provider asks for it is not counted.', ...unconfirmed(guide) },
	],
	examples: [
		{ given: { family: 'external', managed: 'data-exchange', volume: 10e12 }, then: 'holds', hours: 2.2 },
		{ given: { family: 'external', managed: 's3' }, then: 'fails' },
	],
};
