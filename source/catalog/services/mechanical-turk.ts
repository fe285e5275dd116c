import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const mechanicalTurk = closedService({
	title: 'Amazon Mechanical Turk',
	summary: 'Let a crowd label data piece by piece.',
	page: 'https://docs.aws.amazon.com/AWSMechTurk/latest/AWSMechanicalTurkRequester/Welcome.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2026-09-30',
		instead: ['describe'],
		...unconfirmed('two lists of 2026-07 to 2026-10 that quote docs/general/latest/gr/maintenance_services.html'),
	},
});
