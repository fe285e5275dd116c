import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { mayUseKey } from '../grants.ts';
import { arns, partOf } from '../names.ts';
import type { Ingest } from './ingest.ts';

/** A copy of a bucket that S3 keeps itself. Its rule stands in the source bucket, which is not this app's: only the role is made. */
export const s3Replication: Ingest = {
	build(scope, { source, bucket, prefix }, { lake }) {
		const name = partOf(source, arns.bucket);
		if (name === undefined) return 'its id is not the ARN of a bucket';
		const from = `arn:${Stack.of(scope).partition}:s3:::${name}`;
		const role = new Role(scope, 'replicator', {
			assumedBy: new ServicePrincipal('s3.amazonaws.com', { conditions: { ArnEquals: { 'aws:SourceArn': from } } }),
		});
		const allow = (actions: readonly string[], resources: string[]) =>
			role.addToPolicy(new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources }));
		allow(['GetReplicationConfiguration', 'ListBucket'], [from]);
		allow(
			['GetObjectVersionAcl', 'GetObjectVersionForReplication', 'GetObjectVersionTagging', 'InitiateReplication'],
			[`${from}/*`],
		);
		allow(['ReplicateObject', 'ReplicateTags'], [bucket.arnForObjects(`${prefix}*`)]);
		mayUseKey(role, lake.key);
		return `put a replication rule on ${name} with the role "replicator" of this construct, to the bucket of its zone and with the key of the lake (aws s3api put-bucket-replication), and start a batch replication for what is there already`;
	},
};
