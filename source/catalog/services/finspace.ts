import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const finspace = closedService({
	title: 'Amazon FinSpace',
	summary: 'Kept and queried time series of markets.',
	page: 'https://docs.aws.amazon.com/finspace/latest/userguide/finspace-what-is.html',
	families: [],
	availability: {
		state: 'ended',
		on: '2026-10-07',
		instead: ['data-lake', 'managed-flink'],
		...confirmed('docs/general/latest/gr/full_shutdown_services.html'),
	},
});
