import { gigabytes } from '../../../facts/units.ts';
import { type Answers, account, home } from '../recording.ts';

const group = (
	name: string,
	more: { readonly storedBytes: number; readonly retentionInDays?: number; readonly kmsKeyId?: string },
) => {
	const logGroupArn = `arn:aws:logs:${home}:${account}:log-group:${name}`;
	return {
		logGroupName: name,
		arn: `${logGroupArn}:*`,
		logGroupArn,
		creationTime: Date.UTC(2023, 1, 6),
		metricFilterCount: 0,
		logGroupClass: 'STANDARD',
		...more,
	};
};

const groups = [
	group('/aws/lambda/payment-precheck', { storedBytes: gigabytes(12.6), retentionInDays: 14 }),
	group('/brightmoor/checkout/api', { storedBytes: gigabytes(2310) }),
	group('/brightmoor/web/clickstream', { storedBytes: gigabytes(1890), retentionInDays: 90 }),
	group('/brightmoor/web/storefront', { storedBytes: gigabytes(195), retentionInDays: 30 }),
];

/** What CloudWatch Logs answers about the recorded log groups. */
export const logs: Answers = {
	DescribeLogGroups: (_, region) => ({ logGroups: region === home ? groups : [] }),
};
