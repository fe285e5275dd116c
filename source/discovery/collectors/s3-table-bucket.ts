import type {
	GetTableBucketEncryptionCommandOutput,
	ListTableBucketsCommandOutput,
	TableBucketSummary,
} from '@aws-sdk/client-s3tables';
import { type Detail, readDetail } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { keyNamed } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { factsOf, measured } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { tellSource } from '../reading/tell-source.ts';
import { newestOf } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 's3tables', rate: 5, burst: 10 } as const;
const listBuckets = {
	...usual,
	operation: 'ListTableBuckets',
	action: 's3tables:ListTableBuckets',
	answers: 'tableBuckets',
	why: 'Lists buckets of Iceberg tables, which no list of buckets holds.',
} as const;
const getEncryption = {
	...usual,
	operation: 'GetTableBucketEncryption',
	action: 's3tables:GetTableBucketEncryption',
	answers: 'encryptionConfiguration',
	why: 'Says with which key tables are encrypted.',
} as const;

/** Published once a day, without charge: S3 Tables metrics, 2026-11-22. */
const stored: Metric = {
	namespace: 'AWS/S3/Tables',
	name: 'TotalBucketStorage',
	statistic: 'Average',
	days: 3,
	why: 'What all tables of a bucket take.',
};

/** Table buckets: Iceberg tables that S3 itself keeps. Those that services of AWS fill are told as such by their title. */
export const s3TableBucket: Collector = {
	title: 'S3 table buckets',
	family: 'object',
	scope: 'region',
	calls: [listBuckets, getEncryption, getMetricData],
	metrics: [stored],
	async collect(reading) {
		const rows: Series[] = [];
		const lane = atOnce(5);
		const pages = listed<ListTableBucketsCommandOutput>(reading, listBuckets, {
			input: { maxBuckets: 1000 },
			token: 'continuationToken',
			next: ({ continuationToken }) => continuationToken,
		});
		for await (const { tableBuckets = [] } of pages) {
			for (const bucket of tableBuckets) {
				const id = tell(reading, bucket);
				rows.push({ id, metric: stored, dimensions: { TableBucketName: bucket.name ?? '' }, facts: ['volume'] });
				await lane.add(() => readDetail(reading, encryption, { id, input: { tableBucketARN: id } }));
			}
		}
		await lane.done();
		const points = await readSeries(reading, rows);
		for (const row of rows) {
			const newest = newestOf(points, row);
			if (newest === undefined) continue;
			const at = reading.now().toISOString();
			reading.emit.facts(row.id, factsOf({ volume: newest.value }, `cloudwatch ${stored.name}`, at));
		}
	},
};

function tell(reading: Reading, { arn: id = '', name = '', type }: TableBucketSummary): string {
	const facts = measured(
		{
			format: 'parquet',
			structure: 'structured',
			'structure.iceberg': true,
			protocol: 's3',
			managed: 's3',
			public: false,
		},
		{ by: listBuckets, reading },
	);
	const title = type === 'aws' ? `${name} (kept by AWS)` : name;
	return tellSource(reading, { id, kind: 's3-table-bucket', family: 'object', title, facts });
}

const encryption: Detail<GetTableBucketEncryptionCommandOutput> = {
	call: getEncryption,
	facts: ['encrypted', 'key'],
	read: ({ encryptionConfiguration: set }) => ({
		encrypted: true,
		key: set?.sseAlgorithm === 'aws:kms' ? keyNamed(set.kmsKeyArn) : 'service',
	}),
	absent: { NotFoundException: { encrypted: true, key: 'service' } },
};
