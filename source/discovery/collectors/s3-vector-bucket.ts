import type { GetVectorBucketCommandOutput, ListVectorBucketsCommandOutput } from '@aws-sdk/client-s3vectors';
import { type Detail, readDetail } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { keyNamed } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { measured } from '../reading/measured.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 's3vectors', rate: 5, burst: 10 } as const;
const listBuckets = {
	...usual,
	operation: 'ListVectorBuckets',
	action: 's3vectors:ListVectorBuckets',
	answers: 'vectorBuckets',
	why: 'Lists buckets of embeddings, which no other list holds.',
} as const;
const getBucket = {
	...usual,
	operation: 'GetVectorBucket',
	action: 's3vectors:GetVectorBucket',
	answers: 'vectorBucket',
	why: 'Says with which key embeddings are encrypted.',
} as const;

/** Vector buckets. How much they hold, S3 tells nobody; vectors are never read. */
export const s3VectorBucket: Collector = {
	title: 'S3 vector buckets',
	family: 'vector',
	scope: 'region',
	calls: [listBuckets, getBucket],
	async collect(reading) {
		const lane = atOnce(5);
		const pages = listed<ListVectorBucketsCommandOutput>(reading, listBuckets, {
			input: { maxResults: 500 },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { vectorBuckets = [] } of pages) {
			for (const { vectorBucketArn: id = '', vectorBucketName: title = '' } of vectorBuckets) {
				const facts = measured({ protocol: 'api', managed: 's3', public: false }, { by: listBuckets, reading });
				tellSource(reading, { id, kind: 's3-vector-bucket', family: 'vector', title, facts });
				await lane.add(() => readDetail(reading, encryption, { id, input: { vectorBucketArn: id } }));
			}
		}
		await lane.done();
	},
};

const encryption: Detail<GetVectorBucketCommandOutput> = {
	call: getBucket,
	facts: ['encrypted', 'key'],
	read({ vectorBucket }) {
		const { sseType, kmsKeyArn } = vectorBucket?.encryptionConfiguration ?? {};
		return { encrypted: true, key: sseType === 'aws:kms' ? keyNamed(kmsKeyArn) : 'service' };
	},
};
