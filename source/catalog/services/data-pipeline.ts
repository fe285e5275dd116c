import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const dataPipeline = closedService({
	title: 'AWS Data Pipeline',
	summary: 'An older scheduler of copies between AWS stores.',
	page: 'https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/what-is-datapipeline.html',
	families: ['relational', 'key-value'],
	availability: {
		state: 'closed to new customers',
		on: '2024-07-25',
		instead: ['glue-jdbc'],
		...unconfirmed('github.com/SummitRoute/aws_breaking_changes/issues/101'),
	},
});
