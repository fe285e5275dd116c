import { ArnFormat, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { usesKey } from './grants.ts';

/** Lets CloudWatch Logs encrypt the log groups of this account and region with a key, and nothing else. */
export function mayEncryptLogs(key: Key): void {
	const stack = Stack.of(key);
	const groups = stack.formatArn({
		service: 'logs',
		resource: 'log-group',
		resourceName: '*',
		arnFormat: ArnFormat.COLON_RESOURCE_NAME,
	});
	key.grant(
		new ServicePrincipal(`logs.${stack.region}.amazonaws.com`, {
			conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } },
		}),
		...usesKey,
		'kms:ReEncryptFrom',
		'kms:ReEncryptTo',
	);
}
