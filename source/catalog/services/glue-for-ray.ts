import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const glueForRay = closedService({
	title: 'AWS Glue for Ray',
	summary: 'Ran Python jobs on Ray.',
	page: 'https://docs.aws.amazon.com/glue/latest/dg/ray-jobs-section.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2026-04-30',
		instead: ['glue-jdbc', 'tidy'],
		...confirmed('docs.amazonaws.cn glue doc-history.md'),
	},
});
