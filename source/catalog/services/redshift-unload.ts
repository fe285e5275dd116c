import { hours, minutes } from '../../facts/units.ts';
import { fact, formula, is, largest, product } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/redshift/latest/dg/r_UNLOAD.html';

/** RPU hours a byte: 8 units that write 1 TB an hour, an estimate of ours. */
const perByte = 8e-12;
const shared: Pick<Mode, 'lead' | 'firstData' | 'complete'> = {
	lead: hours(1),
	firstData: minutes(10),
	complete: formula('tableExportTime', { start: minutes(5) }),
};

export const redshiftUnload: ServiceRecord = {
	title: 'Amazon Redshift UNLOAD',
	summary: 'The warehouse writes the result of a query to S3 as partitioned Parquet, in parallel.',
	page: 'https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['warehouse'],
	availability: { state: 'open', ...unconfirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'only Amazon Redshift has UNLOAD to S3',
			that: is('engine', 'redshift'),
			scope: true,
			...confirmed(guide),
		},
	],
	modes: {
		once: {
			...shared,
			title: 'once',
			carries: 'history',
			effort: { once: work.script, monthly: 0 },
			costs: [{ price: 'redshift.rpu', per: 'once', quantity: product(perByte, fact('volume')) }, storedCopy],
			settings: { schedule: 'once' },
		},
		periodic: {
			...shared,
			title: 'again and again',
			carries: 'both',
			freshness: largest(fact('freshness'), formula('tableExportTime', { start: minutes(5) })),
			effort: { once: work.script, monthly: work.watchMonthly },
			costs: [
				{
					price: 'redshift.rpu',
					per: 'month',
					quantity: product(perByte, formula('fullCopiesMonthly', { floor: minutes(15) })),
				},
				storedCopy,
			],
			settings: { schedule: 'periodic' },
		},
	},
	grants: [
		{
			actions: ['redshift-data:ExecuteStatement', 'redshift-data:DescribeStatement'],
			on: 'source',
			why: 'Runs UNLOAD and waits for it.',
		},
		...writesLanding,
	],
	cautions: [
		{ says: 'Unload only rows that are new where the table tells them apart.', ...unconfirmed(guide) },
		{ says: 'Where consumers stay inside Redshift, data sharing needs no copy.', ...unconfirmed(guide) },
	],
	examples: [
		{ mode: 'once', given: { engine: 'redshift', volume: 1e12 }, then: 'holds', once: 3 },
		{ given: { engine: 'snowflake' }, then: 'fails' },
	],
};
