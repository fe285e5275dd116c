import { hours } from '../../facts/units.ts';
import { atMost, is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { writesLanding } from '../kept-copy.ts';
import type { ServiceRecord } from '../record.ts';
import { ownExport } from '../whole-copies.ts';
import { work } from '../work.ts';

const guide = 'docs/neptune/latest/userguide/neptune-data-export.html';

export const neptuneExport: ServiceRecord = {
	title: 'Amazon Neptune export',
	summary: 'A clone of the graph is written to S3 as files of nodes and edges, without load on the live one.',
	page: 'https://docs.aws.amazon.com/neptune/latest/userguide/neptune-data-export.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'API call',
	families: ['graph'],
	availability: { state: 'open', ...unconfirmed('docs/neptune/latest/userguide/neptune-data-export.html') },
	requires: [
		{
			because: 'it exports Amazon Neptune only; another graph database writes its own dump',
			that: is('engine', 'neptune'),
			...confirmed(guide),
		},
		{ because: 'Neptune keeps its graph in AWS', that: is('where', 'aws'), ...confirmed(guide) },
	],
	modes: ownExport(hours(8), work.script + work.clone),
	grants: [
		{
			actions: ['rds:CreateDBCluster', 'neptune-db:ReadDataViaQuery'],
			on: 'source',
			why: 'Clones the graph and reads the clone.',
		},
		...writesLanding,
	],

	cautions: [
		{
			says: 'Nodes and edges come as tables of their own: joining them into features is work of the pipeline.',
			...unconfirmed(guide),
		},
		{
			says: 'For changes within minutes read Neptune streams; training seldom needs them.',
			when: atMost('freshness', hours(1)),
			...unconfirmed(guide),
		},
		{ says: 'The clone is paid while it stands, and is not counted.', ...unconfirmed(guide) },
	],
	examples: [
		{
			mode: 'once',
			given: { family: 'graph', engine: 'neptune', where: 'aws', volume: 1e12 },
			then: 'holds',
			hours: 1.5,
		},
		{ given: { family: 'graph', engine: 'other', where: 'aws' }, then: 'fails' },
	],
};
