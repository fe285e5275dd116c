import { is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const timestreamLiveanalytics = closedService({
	title: 'Amazon Timestream for LiveAnalytics',
	summary: 'A serverless database for readings by time; Timestream for InfluxDB goes on.',
	page: 'https://docs.aws.amazon.com/timestream/latest/developerguide/what-is-timestream.html',
	families: ['device'],
	wasFor: is('protocol', 'mqtt', 'opc-ua'),
	availability: {
		state: 'closed to new customers',
		on: '2025-06-20',
		instead: ['data-lake'],
		...confirmed('docs/timestream/latest/developerguide/timestream-availability-update.md'),
	},
});
