import { confirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const auditManager = closedService({
	title: 'AWS Audit Manager',
	summary: 'Collected evidence for audits.',
	page: 'https://docs.aws.amazon.com/audit-manager/latest/userguide/what-is.html',
	families: [],
	availability: {
		state: 'closed to new customers',
		on: '2026-04-30',
		instead: ['change-control', 'cloudtrail'],
		...confirmed('github.com/hashicorp/terraform-provider-aws/issues/47163'),
	},
});
