import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const forecast = closedService({
	title: 'Amazon Forecast',
	summary: 'Forecast time series.',
	page: 'https://docs.aws.amazon.com/forecast/latest/dg/what-is-forecast.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2024-07-29',
		instead: ['data-lake'],
		...unconfirmed('github.com/SummitRoute/aws_breaking_changes/issues/101'),
	},
});
