import type { Job, PlannedGrant, Store } from '../../source/plan/plan.ts';
import { exampleFlows } from './example-flows.ts';
import { ids, where } from './example-ids.ts';

/** Zones of the lake, and a bucket read where it is. */
export const stores: readonly Store[] = [
	{
		id: 'clickstream',
		title: 'shop-clickstream, read in place',
		zone: 'raw',
		kind: 'in place',
		region: where.region,
		encrypted: true,
		existing: ids.clickstream,
	},
	...(
		[
			['landing', 'Landing zone', { deleteAfterDays: 30 }],
			['raw', 'Raw zone', { archiveAfterDays: 365 }],
			['stage', 'Stage zone', {}],
			['features', 'Feature zone', {}],
		] as const
	).map(([id, title, lifecycle]) => ({
		id,
		title,
		zone: id,
		kind: 'object store',
		region: where.region,
		encrypted: true,
		...lifecycle,
	})),
];

const every = 'every 1 day';
/** From files as they arrive to features. */
export const jobs: readonly Job[] = [
	{
		id: 'mask-personal',
		title: 'Mask personal content',
		does: 'mask',
		after: ['profiles-dynamodb-export'],
		from: 'landing',
		to: 'raw',
		cadence: every,
		settings: { columns: 'detected' },
		because: 'Customer profiles hold personal content, which must not reach training as it is.',
	},
	{
		id: 'catalog-raw',
		title: 'Catalogue the raw zone',
		does: 'crawl',
		after: ['clickstream-s3-direct', 'machine-telemetry-kinesis-s3-delivery', 'orders-and-1-more-rds-snapshot-export'],
		from: 'raw',
		to: 'raw',
		cadence: every,
		settings: {},
		because: 'Queries and jobs find the tables by their names.',
	},
	{
		id: 'tidy-tables',
		title: 'Tidy tables',
		does: 'tidy',
		after: ['clickstream-s3-direct', 'machine-telemetry-kinesis-s3-delivery', 'orders-and-1-more-rds-snapshot-export'],
		from: 'raw',
		to: 'stage',
		cadence: every,
		settings: { format: 'iceberg' },
		because: 'Names, types and duplicates are put right once, before anybody builds features on them.',
	},
	{
		id: 'merge-changes',
		title: 'Merge changes into tables',
		does: 'merge',
		after: ['historian-dms', 'profiles-dynamodb-export'],
		from: 'landing',
		to: 'stage',
		cadence: 'every 1 h',
		settings: { format: 'iceberg' },
		because: 'Change capture writes changes, and training reads tables.',
	},
	{
		id: 'join-features',
		title: 'Join features',
		does: 'join',
		after: exampleFlows.map(({ id }) => id),
		from: 'stage',
		to: 'features',
		cadence: 'every 7 days',
		settings: { key: 'machine' },
		because: 'Features of one machine come from several sources and are joined as they were at the time of the label.',
	},
];

const grant = (to: string, on: string, actions: readonly string[], why: string): PlannedGrant => ({
	to,
	on,
	actions,
	why,
});
const writes = ['s3:PutObject', 's3:AbortMultipartUpload'];
/** Who may do what on what. */
export const grants: readonly PlannedGrant[] = [
	grant(
		'clickstream-s3-direct',
		ids.clickstream,
		['s3:GetObject', 's3:ListBucket'],
		'Read the objects where they lie.',
	),
	grant('historian-dms', 'landing', writes, 'Write files of changes.'),
	grant(
		'profiles-dynamodb-export',
		ids.profiles,
		['dynamodb:ExportTableToPointInTime'],
		'Start an export of the table.',
	),
	grant('profiles-dynamodb-export', 'landing', writes, 'Write the export.'),
	grant('orders-and-1-more-rds-snapshot-export', ids.orders, ['rds:StartExportTask'], 'Start an export of a snapshot.'),
	grant(
		'orders-and-1-more-rds-snapshot-export',
		ids.returns,
		['rds:StartExportTask'],
		'Start an export of a snapshot.',
	),
	grant('orders-and-1-more-rds-snapshot-export', 'key', ['kms:CreateGrant', 'kms:DescribeKey'], 'Encrypt the export.'),
	grant('tidy-tables', 'raw', ['s3:GetObject', 's3:ListBucket'], 'Read what arrived.'),
	grant('tidy-tables', 'stage', [...writes, 's3:GetObject', 's3:DeleteObject'], 'Write tables.'),
];
