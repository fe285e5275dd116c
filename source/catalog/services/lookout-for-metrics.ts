import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const lookoutForMetrics = closedService({
	title: 'Amazon Lookout for Metrics',
	summary: 'Found anomalies in figures of a business.',
	page: 'https://docs.aws.amazon.com/lookoutmetrics/latest/dev/lookoutmetrics-welcome.html',
	families: ['metric'],
	availability: {
		state: 'ended',
		on: '2025-10-09',
		instead: ['cloudwatch-metric-streams', 'data-lake'],
		...unconfirmed('secondary lists, which differ: 2025-09-12 or 2025-10-09'),
	},
});
