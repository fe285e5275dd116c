import { Stack } from 'aws-cdk-lib';
import {
	CloudWatchEncryption,
	JobBookmarksEncryption,
	S3Encryption,
	SecurityConfiguration,
} from 'aws-cdk-lib/aws-glue';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** How jobs and crawlers of a stack encrypt what they write and log: with one key, and one configuration for all of them. */
export function securityOf(scope: Construct, key: IKey): SecurityConfiguration {
	const stack = Stack.of(scope);
	const found = stack.node.tryFindChild('security');
	if (found instanceof SecurityConfiguration) return found;
	return new SecurityConfiguration(stack, 'security', {
		cloudWatchEncryption: CloudWatchEncryption.kms(key),
		jobBookmarksEncryption: JobBookmarksEncryption.clientSideKms(key),
		s3Encryption: S3Encryption.kms(key),
	});
}
