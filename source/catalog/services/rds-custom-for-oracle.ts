import { unconfirmed } from '../cited.ts';
import { closedService } from '../closed-service.ts';

export const rdsCustomForOracle = closedService({
	title: 'Amazon RDS Custom for Oracle',
	summary: 'Oracle on a machine that its owner may change.',
	page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-custom.html',
	families: [],
	availability: {
		state: 'ending',
		on: '2027-03-31',
		instead: ['dms', 'glue-jdbc'],
		...unconfirmed('lists of 2026-07 to 2026-10'),
	},
});
