import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const applicationDiscoveryService = closedService({
	title: 'AWS Application Discovery Service',
	summary: 'Listed servers and databases of a data centre before a move.',
	page: 'https://docs.aws.amazon.com/application-discovery/latest/userguide/what-is-appdiscovery.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2025-11-07',
		instead: ['datasync', 'dms'],
		...unconfirmed('same wave as AWS Migration Hub, from memory'),
	},
});
