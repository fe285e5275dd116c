/** Where a price stands in the AWS Price List: the offer, the usage type without its region, and what the list counts. */
export interface PriceSelector {
	/** Key of our price books. */
	readonly key: string;
	/** Offer code, a folder of the list. */
	readonly offer: string;
	readonly usage: string;
	/** How many of the list's units one of ours holds: a thousand where we tell requests by the thousand. */
	readonly times?: number;
	/** Only rows of this operation, where the usage type alone is not enough. */
	readonly operation?: RegExp;
}

/** Prices that the list names without doubt. Every other price of a book stays as it is and is listed as not found. */
export const priceSelectors: readonly PriceSelector[] = [
	{ key: 's3.standard', offer: 'AmazonS3', usage: 'TimedStorage-ByteHrs' },
	{ key: 's3.deep-archive', offer: 'AmazonS3', usage: 'TimedStorage-GDA-ByteHrs' },
	{ key: 's3.put', offer: 'AmazonS3', usage: 'Requests-Tier1', times: 1000 },
	{ key: 's3.get', offer: 'AmazonS3', usage: 'Requests-Tier2', times: 1000 },
	{ key: 'glue.dpu', offer: 'AWSGlue', usage: 'ETL-DPU-Hour' },
	{ key: 'kinesis.shard', offer: 'AmazonKinesis', usage: 'Storage-ShardHour' },
	{ key: 'kinesis.put-units', offer: 'AmazonKinesis', usage: 'PutRequestPayloadUnits', times: 1e6 },
	{ key: 'kinesis.on-demand-stream', offer: 'AmazonKinesis', usage: 'OnDemand-StreamHour' },
	{ key: 'kinesis.on-demand-in', offer: 'AmazonKinesis', usage: 'OnDemand-BilledIncomingBytes' },
	{ key: 'kinesis.on-demand-out', offer: 'AmazonKinesis', usage: 'OnDemand-BilledOutgoingBytes' },
	{ key: 'firehose.delivered', offer: 'AmazonKinesisFirehose', usage: 'BilledBytes', operation: /^PutRecord/ },
	{ key: 'dynamodb.read-units', offer: 'AmazonDynamoDB', usage: 'ReadRequestUnits', times: 1e6 },
	{ key: 'dynamodb.write-units', offer: 'AmazonDynamoDB', usage: 'WriteRequestUnits', times: 1e6 },
	{ key: 'dynamodb.recovery', offer: 'AmazonDynamoDB', usage: 'TimedPITRStorage-ByteHrs' },
	{ key: 'dynamodb.export', offer: 'AmazonDynamoDB', usage: 'ExportDataSize-Bytes' },
	{ key: 'lambda.compute', offer: 'AWSLambda', usage: 'Lambda-GB-Second', times: 1e6 },
	{ key: 'lambda.requests', offer: 'AWSLambda', usage: 'Request', times: 1e6 },
	{ key: 'cloudwatch.ingested', offer: 'AmazonCloudWatch', usage: 'DataProcessing-Bytes' },
	{ key: 'kms.key', offer: 'awskms', usage: 'KMS-Keys' },
	{ key: 'kms.requests', offer: 'awskms', usage: 'KMS-Requests', times: 1e6 },
	{ key: 'cloudtrail.data-events', offer: 'AWSCloudTrail', usage: 'DataEventsRecorded', times: 1e6 },
	{ key: 'vpc.endpoint', offer: 'AmazonVPC', usage: 'VpcEndpoint-Hours' },
	{ key: 'vpn.connection', offer: 'AmazonVPC', usage: 'VPN-Usage-Hours:ipsec.1' },
];
