import type {
	BucketMetadata,
	DescribeBucketsCommandOutput,
	GetFindingStatisticsCommandOutput,
	GetMacieSessionCommandOutput,
} from '@aws-sdk/client-macie2';
import { bucketArn } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'macie2', rate: 5, burst: 10 } as const;
const getSession = {
	...usual,
	operation: 'GetMacieSession',
	action: 'macie2:GetMacieSession',
	answers: 'status',
	why: 'Says whether Macie looks at the buckets of a region.',
} as const;
const describeBuckets = {
	...usual,
	operation: 'DescribeBuckets',
	action: 'macie2:DescribeBuckets',
	why: 'Where Macie is on, tells size, number of objects and openness of 50 buckets at once.',
} as const;
const getStatistics = {
	...usual,
	operation: 'GetFindingStatistics',
	action: 'macie2:GetFindingStatistics',
	why: 'Where Macie is on, says in which buckets it found personal data or secrets; never what it found.',
} as const;

/** What Macie knows of the buckets of a region, where it is on: facts of the buckets, where their own kind says nothing. */
export const macieSession: Collector = {
	title: 'Macie status',
	family: 'object',
	scope: 'region',
	calls: [getSession, describeBuckets, getStatistics],
	async collect(reading) {
		const { status } = await ask<GetMacieSessionCommandOutput>(reading, getSession);
		if (status !== 'ENABLED') return;
		reading.emit.seen(reading.cell);
		await Promise.all([readBuckets(reading), readFindings(reading)]);
	},
};

async function readBuckets(reading: Reading): Promise<void> {
	const { region, cell } = reading;
	try {
		const pages = listed<DescribeBucketsCommandOutput>(reading, describeBuckets, {
			input: { maxResults: 50 },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { buckets = [] } of pages) {
			for (const bucket of buckets) {
				const id = bucket.bucketArn ?? bucketArn(reading, bucket.bucketName ?? '');
				reading.emit.claim(id, measured(stated(bucket), { by: describeBuckets, reading }));
			}
		}
	} catch (error) {
		tellGaps(reading, { error, call: describeBuckets, region, about: [cell], facts: [] });
	}
}

/** Sizes are those of the latest versions. */
const stated = ({ sizeInBytes, objectCount, publicAccess, versioning }: BucketMetadata): Stated => ({
	volume: sizeInBytes,
	objects: objectCount,
	versioned: versioning,
	public:
		publicAccess?.effectivePermission === 'UNKNOWN' || publicAccess?.effectivePermission === undefined
			? undefined
			: publicAccess.effectivePermission === 'PUBLIC',
});

/** What findings of a type show for certain; of money and of several things at once they do not say whether cards are among it. */
const shows: readonly (readonly [type: string, sensitivity: string])[] = [
	['SensitiveData:S3Object/Personal', 'personal'],
	['SensitiveData:S3Object/Credentials', 'confidential'],
];

/** The most sensitive content that Macie found in each bucket. */
async function readFindings(reading: Reading): Promise<void> {
	const { region, cell } = reading;
	const found = new Map<string, string>();
	try {
		for (const [type, sensitivity] of shows) {
			const { countsByGroup = [] } = await ask<GetFindingStatisticsCommandOutput>(reading, getStatistics, {
				groupBy: 'resourcesAffected.s3Bucket.name',
				findingCriteria: { criterion: { type: { eq: [type] } } },
			});
			for (const { groupKey, count = 0 } of countsByGroup) {
				if (groupKey && count > 0 && !found.has(groupKey)) found.set(groupKey, sensitivity);
			}
		}
	} catch (error) {
		tellGaps(reading, { error, call: getStatistics, region, about: [cell], facts: [] });
	}
	for (const [bucket, sensitivity] of found) {
		reading.emit.claim(bucketArn(reading, bucket), measured({ sensitivity }, { by: getStatistics, reading }));
	}
}
