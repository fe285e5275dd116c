import { hours, minutes } from '../../facts/units.ts';
import { all, any, fact, formula, is, known, largest, not, product } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { hasLine } from '../reach.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/glue/latest/dg/add-job-python.html';

/** A 16th of a unit for a quarter of an hour a run, and no run more often than each quarter of an hour: estimates of ours. */
const mode = (carries: 'history' | 'both'): Mode => ({
	title: carries === 'history' ? 'once' : 'from where it stopped',
	carries,
	lead: hours(8),
	firstData: hours(1),
	complete: largest(hours(24), formula('transferTime')),
	...(carries === 'both' && { freshness: largest(fact('freshness'), minutes(15)) }),
	effort: { once: work.consumer, monthly: carries === 'both' ? work.consumerMonthly : 0 },
	costs: [
		...(carries === 'both'
			? [
					{
						price: 'glue.dpu',
						per: 'month',
						quantity: product(0.025, formula('runsMonthly', { floor: minutes(15) })),
					} as const,
				]
			: []),
		storedCopy,
	],
	settings: { watermark: carries === 'both', maxConcurrentRuns: 1 },
});

export const apiPull: ServiceRecord = {
	title: 'AWS Glue job over a web interface',
	summary: 'A small job asks a REST interface page by page, from where it stopped, within the calls that are allowed.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/add-job-python.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['saas', 'external'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'a connector that AWS maintains reads this product',
			that: any(not(is('family', 'saas')), is('saas', 'other')),
			...confirmed(guide),
		},
		{
			because: 'it asks a web interface',
			that: any(all(is('family', 'saas'), not(known('protocol'))), is('protocol', 'api')),
			...confirmed(guide),
		},
		hasLine,
	],
	modes: { once: mode('history'), periodic: mode('both') },
	grants: [
		{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'Signs in to the interface.' },
		...writesLanding,
	],

	cautions: [
		{
			says: 'Count its calls against the quota of the product before anything else: pages, retries and other programs use the same one.',
			...confirmed(guide),
		},
		{
			says: 'Keep the watermark (changed since, or a cursor) outside the job, and fetch a little of the past again each time.',
			...confirmed('github.com/aws/agent-toolkit-for-aws incremental-loading'),
		},
		{
			says: 'Where the product can push (webhooks, a partner source of EventBridge), let it send its events to Firehose instead.',
			...confirmed('docs/eventbridge/latest/userguide/eb-saas.html'),
		},
		{
			says: 'Take what the interface offers: reading its web pages breaks with every change of them.',
			...confirmed(guide),
		},
	],
	examples: [
		{
			mode: 'periodic',
			given: {
				family: 'saas',
				saas: 'other',
				protocol: 'api',
				volume: 0,
				change: 1e9 / 86_400,
				freshness: 3600,
				'path.online': true,
			},
			then: 'holds',
			monthly: 8.1,
		},
		{ given: { family: 'saas', saas: 'salesforce', protocol: 'api', 'path.online': true }, then: 'fails' },
	],
};
