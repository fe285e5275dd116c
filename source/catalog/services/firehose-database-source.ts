import { all, atMost, is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const firehoseDatabaseSource = closedService({
	title: 'Firehose with a database as its source',
	summary: 'A preview in which Firehose read the log of MySQL and PostgreSQL.',
	page: 'https://docs.aws.amazon.com/firehose/latest/dev/history.html',
	families: ['relational'],
	wasFor: all(is('engine', 'mysql', 'postgresql', 'aurora-mysql', 'aurora-postgresql'), atMost('freshness', 3600)),
	availability: {
		state: 'ended',
		on: '2025-09-24',
		instead: ['dms', 'aurora-zero-etl', 'msk-connect'],
		...confirmed('docs/firehose/latest/dev/history.md'),
	},
});
