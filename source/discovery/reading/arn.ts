import type { Reading } from '../collectors/collector.ts';
import { partitionOf } from './place.ts';

/** The ARN of something in the account and region that are read: `arnOf(reading, 'kinesis', 'stream/clicks')`. */
export const arnOf = ({ account, region }: Reading, service: string, resource: string): string =>
	`arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;

/** The ARN of a bucket, which names neither account nor region. */
export const bucketArn = ({ region }: Reading, bucket: string): string => `arn:${partitionOf(region)}:s3:::${bucket}`;

/** The bucket of an ARN that may go on with a prefix, and whether it does; undefined for what is no bucket. */
export function bucketIn(arn: string): { readonly id: string; readonly prefixed: boolean } | undefined {
	const [, id, prefix = ''] = /^(arn:[^:]+:s3:::[^/]+)\/?(.*)$/.exec(arn) ?? [];
	return id === undefined ? undefined : { id, prefixed: prefix !== '' };
}
