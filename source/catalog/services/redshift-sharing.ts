import { hours, minutes } from '../../facts/units.ts';
import { is, unless, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import type { ServiceRecord } from '../record.ts';

const guide = 'docs/redshift/latest/dg/datashare-overview.html';

export const redshiftSharing: ServiceRecord = {
	title: 'Redshift data sharing',
	summary: 'Another Redshift reads live tables without a copy; training takes a set that is unloaded from there.',
	page: 'https://docs.aws.amazon.com/redshift/latest/dg/datashare-overview.html',
	slot: 'access',
	serves: ['lakehouse'],
	access: 'in place',
	families: ['warehouse'],
	availability: { state: 'open', ...unconfirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{ because: 'only Redshift shares its tables so', that: is('engine', 'redshift'), scope: true, ...confirmed(guide) },
		{
			because: 'nobody asks for a warehouse to explore in, and training alone takes an UNLOAD',
			that: yes('team.sql'),
			...confirmed(guide),
		},
		{
			because: 'sharing across regions moves the data at every read',
			that: unless('region.same', yes('region.same')),
			...unconfirmed(guide),
		},
	],
	modes: {
		live: {
			title: 'live tables',
			carries: 'both',
			lead: hours(2),
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: 2, monthly: 0 },
			costs: [],
			then: ['redshift-training-set'],
		},
	},
	grants: [{ actions: ['redshift:AssociateDataShareConsumer'], on: 'source', why: 'Joins the share.' }],
	cautions: [
		{ says: 'Who asks pays with the computing of their own Redshift, which is not counted.', ...unconfirmed(guide) },
	],
	examples: [
		{ given: { engine: 'redshift', 'team.sql': true, 'region.same': true }, then: 'holds' },
		{ given: { engine: 'redshift', 'team.sql': false }, then: 'fails' },
	],
};
