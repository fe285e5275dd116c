/**
Whose KMS key it is by its alias: `aws-managed` for an `alias/aws/…`, `customer` for another one. A key that is named by its id
or ARN may be either; that stays open.
*/
export function keyNamed(key: string | undefined): 'aws-managed' | 'customer' | undefined {
	const [, alias] = /(?:^|:)alias\/(.+)$/.exec(key ?? '') ?? [];
	if (alias === undefined) return undefined;
	return alias.startsWith('aws/') ? 'aws-managed' : 'customer';
}
