import { days, minutes } from '../../facts/units.ts';
import { all, any, fact, is, product, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/clean-rooms/latest/userguide/what-is.html';
const rules = 'docs/clean-rooms/latest/userguide/analysis-rules.html';

export const cleanRooms: ServiceRecord = {
	title: 'AWS Clean Rooms',
	summary:
		'Parties ask their tables together without showing rows: rules say which questions are allowed and what comes out.',
	page: 'https://docs.aws.amazon.com/clean-rooms/latest/userguide/what-is.html',
	slot: 'access',
	serves: ['clean-rooms'],
	access: 'in place',
	families: ['object', 'warehouse', 'relational', 'key-value', 'document', 'external'],
	availability: { state: 'open', ...confirmed(guide) },
	requires: [
		{
			because: 'no other party is kept from seeing these rows',
			that: yes('rows.hidden'),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'it reads tables in S3 and in Snowflake: each party first lands its own data there, in its own account',
			that: any(all(is('family', 'object', 'external'), is('where', 'aws')), is('engine', 'snowflake')),
			...confirmed(guide),
		},
	],
	modes: {
		collaboration: {
			title: 'a collaboration',
			carries: 'both',
			lead: days(2),
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: work.integration, monthly: work.watchMonthly },
			// 32 units that are busy a quarter of an hour for each question: an estimate of ours.
			costs: [{ price: 'clean-rooms.unit', per: 'month', quantity: product(8, fact('reads.monthly')) }],
			settings: { analyticsEngine: 'SPARK', analysisRule: 'AGGREGATION' },
		},
	},
	grants: [
		{
			actions: ['glue:GetTable', 'glue:GetPartitions', 's3:GetObject'],
			on: 'source',
			why: 'The collaboration reads the tables of each party for it, and shows them to nobody.',
		},
	],
	byHand: [
		{
			step: 'Agree with the other party on the questions, then let each side join the collaboration and set the analysis rules of its own tables.',
			owner: 'data owner',
			lead: days(10),
		},
	],
	cautions: [
		{
			says: 'Set an analysis rule on each table: aggregation for measuring overlap, list for joining, custom for reviewed queries. A table without one answers nothing.',
			...confirmed(rules),
		},
		{
			says: 'Give the other party neither a Lake Formation grant nor a bucket policy on the raw data: the collaboration alone reads it.',
			...confirmed(guide),
		},
		{
			says: 'Differential privacy protects only tables that lie in S3.',
			...confirmed('docs/clean-rooms/latest/userguide/differential-privacy.html'),
		},
		{
			says: 'Queries run on the Spark engine; the SQL analytics engine has ended on 2025-12-17.',
			...unconfirmed('api-evangelist lifecycle, quoting the document history'),
		},
		{
			says: 'Join on keys that both sides have hashed with a common secret, or let AWS Entity Resolution match them.',
			when: is('sensitivity', 'personal', 'health', 'card'),
			...confirmed(guide),
		},
		{
			says: 'A model learns inside the collaboration (Clean Rooms ML custom models): what trains outside it would need the rows.',
			when: is('use', 'training'),
			...confirmed('docs/clean-rooms/latest/userguide/custom-models.html'),
		},
	],
	examples: [
		{
			given: { 'rows.hidden': true, family: 'object', where: 'aws', 'reads.monthly': 10 },
			then: 'holds',
			monthly: 52.5,
		},
		{ given: { 'rows.hidden': true, family: 'relational', where: 'aws', engine: 'mysql' }, then: 'fails' },
		{ given: { 'rows.hidden': true, family: 'warehouse', where: 'saas', engine: 'snowflake' }, then: 'holds' },
	],
};
