import { yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const kinesisDataAnalyticsSql = closedService({
	title: 'Kinesis Data Analytics for SQL',
	summary: 'Ran SQL over streams; its applications were deleted from 2026-01-27 on.',
	page: 'https://docs.aws.amazon.com/kinesisanalytics/latest/dev/what-is.html',
	families: ['stream'],
	wasFor: yes('stateful'),
	availability: {
		state: 'ended',
		on: '2026-01-27',
		instead: ['managed-flink'],
		...confirmed('docs/kinesisanalytics/latest/dev/API_Reference.html'),
	},
});
