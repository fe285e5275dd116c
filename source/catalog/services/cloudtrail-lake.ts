import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const cloudtrailLake = closedService({
	title: 'AWS CloudTrail Lake',
	summary: 'Keeps API activity in a store of its own that is asked with SQL.',
	page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html',
	families: ['log'],
	availability: {
		state: 'closed to new customers',
		on: '2026-05-31',
		instead: ['cloudtrail-trail', 'cloudwatch-logs-delivery'],
		...confirmed('docs/awscloudtrail/latest/userguide/cloudtrail-document-history.md'),
	},
});
