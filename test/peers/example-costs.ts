import type { CostItem, Step } from '../../source/plan/plan.ts';

const day = 86_400;

const line = (
	of: string,
	service: string,
	title: string,
	quantity: number,
	unit: string,
	dollars: number,
): CostItem => ({
	for: of,
	service,
	title,
	per: 'month',
	quantity,
	unit,
	dollars,
	sure: true,
});

/** Cost lines of the example. */
export const lines: readonly CostItem[] = [
	line('historian-dms', 'dms', 'DMS Serverless capacity', 2920, 'hour', 262.8),
	line('plant-leipzig', 'site-to-site-vpn', 'VPN connection', 730, 'hour', 36.5),
	line('machine-telemetry-kinesis-s3-delivery', 'kinesis-s3-delivery', 'Delivered data', 979, 'GiB', 72.4),
	line('orders-and-1-more-rds-snapshot-export', 'rds-snapshot-export', 'Exported snapshot', 21_890, 'GB', 218.9),
	line('profiles-dynamodb-export', 'dynamodb-export', 'Incremental export', 91, 'GB', 9.1),
	{ ...line('profiles-dynamodb-export', 'dynamodb-export', 'Full export', 180, 'GB', 18), per: 'once' },
	{
		...line('orders-and-1-more-rds-snapshot-export', 'rds-snapshot-export', 'Exported snapshot', 720, 'GB', 7.2),
		per: 'once',
	},
	line('tidy-tables', 'tidy-tables', 'Glue job capacity', 60, 'hour', 26.4),
	{ ...line('macie', 'macie', 'Sensitive data discovery', 900, 'GB', 900), per: 'once', sure: false },
];
/** Their dollars, once or a month. */
export const total = (per: CostItem['per']): number =>
	Math.round(lines.filter((item) => item.per === per).reduce((sum, { dollars }) => sum + dollars, 0) * 100) / 100;

/** What people do by hand, in order. */
export const steps: readonly Step[] = [
	{
		number: 1,
		wave: 1,
		says: 'Order AWS Site-to-Site VPN for the Leipzig plant and configure the device on site.',
		owner: 'network team',
		lead: 2 * day,
		after: [],
		request:
			'Customer gateway: public address and BGP number of the device at the Leipzig plant. Bandwidth needed: 12.4 Mbps.',
	},
	{
		number: 2,
		says: 'Switch on supplemental logging in the Plant historian.',
		owner: 'database team',
		lead: 3600,
		after: [],
	},
	{ number: 3, says: 'Deploy the exported app.', owner: 'data team', after: [1], request: 'npx cdk deploy --all' },
	{
		number: 4,
		says: 'Start the first run of each flow and check the number of rows.',
		owner: 'data team',
		after: [2, 3],
	},
];
