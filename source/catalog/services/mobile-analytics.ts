import { is, unless } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const mobileAnalytics = closedService({
	title: 'Amazon Mobile Analytics',
	summary: 'Counted what users of mobile apps do.',
	page: 'https://docs.aws.amazon.com/mobileanalytics/',
	families: ['device'],
	wasFor: unless('protocol', is('protocol', 'sdk', 'api')),
	availability: {
		state: 'ended',
		on: '2018-04-30',
		instead: ['kinesis-data-streams', 'data-firehose'],
		...confirmed('docs/mobileanalytics/index.md'),
	},
});
