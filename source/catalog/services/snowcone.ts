import { is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const snowcone = closedService({
	title: 'AWS Snowcone',
	summary: 'A small device that AWS shipped.',
	page: 'https://docs.aws.amazon.com/snowball/latest/api-reference/API_DependentService.html',
	families: ['file', 'block'],
	wasFor: is('where', 'on-premises', 'edge'),
	availability: {
		state: 'ended',
		on: '2025-11-12',
		instead: ['datasync', 'data-transfer-terminal', 'partner-import'],
		...confirmed('docs/snowball/latest/api-reference/API_DependentService.html'),
	},
});
