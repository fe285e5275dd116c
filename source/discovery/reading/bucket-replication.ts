import type { GetBucketReplicationCommandOutput } from '@aws-sdk/client-s3';
import { signsOf } from '../clients/fault-signs.ts';
import type { DeclaredCall, Reading } from '../collectors/collector.ts';
import { ask, tellGaps } from './ask.ts';
import type { Bucket } from './bucket-details.ts';

/** No quota is published for reads of a bucket's settings; this is far below what is answered. Checked 2026-11-28. */
export const getReplication = {
	service: 's3',
	operation: 'GetBucketReplication',
	action: 's3:GetReplicationConfiguration',
	rate: 100,
	burst: 100,
	answers: 'ReplicationConfiguration',
	why: 'Says whether objects are copied to another bucket.',
} as const satisfies DeclaredCall;

/** AWS says so where there is none, or no bucket any more. */
const none = ['ReplicationConfigurationNotFoundError', 'NoSuchBucket'];

/** A link from a bucket to each that its rules copy objects to. */
export async function readReplication(reading: Reading, { id, name: Bucket, region }: Bucket): Promise<void> {
	try {
		const answer = await ask<GetBucketReplicationCommandOutput>(reading, getReplication, { Bucket }, region);
		for (const { ID = '', Status, Destination } of answer.ReplicationConfiguration?.Rules ?? []) {
			const to = Destination?.Bucket;
			if (to && Status === 'Enabled') reading.emit.link({ from: id, to, by: `${id}/replication/${ID}` });
		}
	} catch (error) {
		const signs = signsOf(error);
		if (none.some((sign) => signs.has(sign))) return;
		tellGaps(reading, { error, call: getReplication, region, about: [id], facts: [] });
	}
}
