import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const comprehendTopics = closedService({
	title: 'Amazon Comprehend topic modelling and event detection',
	summary: 'Found topics and events in texts.',
	page: 'https://docs.aws.amazon.com/comprehend/latest/dg/topic-modeling.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2026-04-30',
		instead: ['describe'],
		...unconfirmed('two lists of 2026-07 to 2026-10 that quote docs/general/latest/gr/maintenance_services.html'),
	},
});
