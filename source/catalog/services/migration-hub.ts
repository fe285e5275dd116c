import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const migrationHub = closedService({
	title: 'AWS Migration Hub',
	summary: 'Showed the state of migrations in one place.',
	page: 'https://docs.aws.amazon.com/migrationhub/latest/ug/whatishub.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2025-11-07',
		instead: ['datasync', 'dms'],
		...confirmed('docs/migrationhub/latest/ug/API_Types.md'),
	},
});
