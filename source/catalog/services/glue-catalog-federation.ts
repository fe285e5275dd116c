import { hours, minutes } from '../../facts/units.ts';
import { is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/lake-formation/latest/dg/catalog-federation.html';

export const glueCatalogFederation: ServiceRecord = {
	title: 'Glue catalog federation',
	summary:
		'Iceberg tables that another catalogue keeps (Unity, Snowflake, Polaris) are listed in the Glue Data Catalog and read where they lie.',
	page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/catalog-federation.html',
	slot: 'access',
	serves: ['lakehouse'],
	access: 'in place',
	families: ['warehouse', 'object'],
	availability: { state: 'open', ...confirmed(guide) },
	requires: [
		{
			because: 'only Iceberg tables are federated by their catalogue',
			that: yes('structure.iceberg'),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'their files must lie in Amazon S3',
			that: is('where', 'aws', 'saas'),
			...confirmed(guide),
		},
		{
			because: 'what already stands in the Glue Data Catalog needs no second one',
			that: is('engine', 'snowflake', 'other'),
			...confirmed(guide),
		},
	],
	modes: {
		catalogue: {
			title: 'their catalogue',
			carries: 'both',
			lead: hours(4),
			firstData: minutes(30),
			complete: minutes(30),
			freshness: 0,
			effort: { once: work.connector, monthly: 0 },
			costs: [],
			settings: { credentials: 'vended by Lake Formation' },
		},
	},
	grants: [
		{ actions: ['glue:GetCatalog', 'glue:GetTable'], on: 'source', why: 'Reads what the other catalogue lists.' },
		{
			actions: ['lakeformation:GetDataAccess'],
			on: 'source',
			why: 'Lake Formation vends the credentials that read the files.',
		},
	],
	byHand: [
		{
			step: 'Make a service principal in the other catalogue and keep its secret in Secrets Manager.',
			owner: 'data owner',
			lead: hours(8),
		},
	],
	cautions: [
		{
			says: 'Pin the snapshot a model trains on: the owner of the table decides how long old ones stay.',
			...confirmed(guide),
		},
	],
	examples: [
		{
			given: { family: 'warehouse', where: 'aws', engine: 'other', 'structure.iceberg': true },
			then: 'holds',
			monthly: 0,
		},
		{ given: { family: 'warehouse', where: 'saas', engine: 'snowflake', 'structure.iceberg': false }, then: 'fails' },
	],
};
