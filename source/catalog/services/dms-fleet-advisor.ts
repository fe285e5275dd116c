import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const dmsFleetAdvisor = closedService({
	title: 'AWS DMS Fleet Advisor',
	summary: 'Took stock of databases on site before a migration.',
	page: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_FleetAdvisor.html',
	families: [],
	availability: {
		state: 'ended',
		on: '2026-05-20',
		instead: ['dms'],
		...confirmed('docs/dms/latest/APIReference/API_StartRecommendations.html'),
	},
});
