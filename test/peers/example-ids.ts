const account = '111122223333';
const region = 'eu-central-1';

/** Where the sources of the example stand. */
export const where = { account, region } as const;

/** Ids of the sources of the example, as collectors and declarations give them. */
export const ids = {
	orders: `arn:aws:rds:${region}:${account}:db:orders`,
	returns: `arn:aws:rds:${region}:${account}:db:returns`,
	profiles: `arn:aws:dynamodb:${region}:${account}:table/customer-profiles`,
	clickstream: 'arn:aws:s3:::shop-clickstream',
	telemetry: `arn:aws:kinesis:${region}:${account}:stream/machine-telemetry`,
	historian: 'plant-leipzig/historian',
} as const;
