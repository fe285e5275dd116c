import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const snsDataProtection = closedService({
	title: 'Amazon SNS message data protection',
	summary: 'Found and took out personal content of messages on their way.',
	page: 'https://docs.aws.amazon.com/sns/latest/dg/message-data-protection.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2026-04-30',
		instead: ['mask'],
		...unconfirmed('two lists of 2026-07 to 2026-10 that quote docs/general/latest/gr/maintenance_services.html'),
	},
});
