import { is, unless } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const pinpoint = closedService({
	title: 'Amazon Pinpoint',
	summary: 'Collected events of mobile apps and sent campaigns; its messaging lives on as AWS End User Messaging.',
	page: 'https://docs.aws.amazon.com/pinpoint/latest/developerguide/welcome.html',
	families: ['device'],
	wasFor: unless('protocol', is('protocol', 'sdk', 'api')),
	availability: {
		state: 'ended',
		on: '2026-10-30',
		instead: ['kinesis-data-streams', 'data-firehose'],
		...confirmed('docs/pinpoint/latest/developerguide/integrate-events.html'),
	},
});
