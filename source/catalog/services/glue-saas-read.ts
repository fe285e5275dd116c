import { hours } from '../../facts/units.ts';
import { fact, formula, is, largest, no } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const connections = 'docs/glue/latest/dg/aws-glue-api-catalog-connections.html';

const mode = (carries: 'history' | 'both'): Mode => ({
	title: carries === 'history' ? 'once' : 'what changed, again and again',
	carries,
	lead: hours(8),
	firstData: hours(1),
	complete: hours(8),
	...(carries === 'both' && { freshness: largest(fact('freshness'), hours(1)) }),
	effort: {
		once: work.job + work.connector + (carries === 'both' ? work.merge : 0),
		monthly: carries === 'both' ? work.mergeMonthly + work.watchMonthly : 0,
	},
	costs: [
		{ price: 'glue.dpu', per: 'once', quantity: formula('glueOnceHours') },
		...(carries === 'both' ? [{ price: 'glue.dpu', per: 'month', quantity: formula('jobChangeHours') } as const] : []),
		storedCopy,
	],
	settings: { pull: carries === 'both' ? 'incremental' : 'complete' },
});

export const glueSaasRead: ServiceRecord = {
	title: 'AWS Glue job over a SaaS connection',
	summary:
		'A Spark job reads a SaaS product over a connection that Glue brings along, and joins and reshapes on the way.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['saas'],
	availability: { state: 'open', ...confirmed(connections) },
	eligibility: namedForAll,
	requires: [
		{
			because: 'it speaks to the product over the internet',
			that: no('private.required'),
			...confirmed(connections),
		},
		{
			because: 'Glue brings no connection for this product',
			that: is('saas', 'salesforce', 'sap', 'servicenow', 'zendesk', 'hubspot', 'marketo', 'google-analytics', 'slack'),
			...confirmed(connections),
		},
	],
	modes: { once: mode('history'), incremental: mode('both') },
	grants: [
		{ actions: ['secretsmanager:GetSecretValue'], on: 'source', why: 'Signs in to the product.' },
		...writesLanding,
	],
	byHand: [
		{
			step: 'Authorise the Glue connection in the product with an account that reads the objects.',
			owner: 'SaaS administrator',
			lead: hours(8),
		},
	],
	cautions: [
		{ says: 'Its calls count against the API quota of the product.', ...unconfirmed('memory') },
		{
			says: 'It is worth its code where records are joined or reshaped on the way; a plain copy takes zero-ETL or AppFlow.',
			...confirmed(connections),
		},
	],
	examples: [
		{
			mode: 'incremental',
			given: { saas: 'hubspot', volume: 20e9, change: 200e6 / 86_400, freshness: 86_400 },
			then: 'holds',
			once: 1.9,
			monthly: 4.98,
		},
		{ given: { saas: 'amazon-connect' }, then: 'fails' },
	],
};
