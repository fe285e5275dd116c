import type { ContentCall } from '../discovery/clients/contents/content-guard.ts';

// Rates: S3 takes 5,500 reads a second of a prefix, a table of DynamoDB as many as its units; we stay far below both. FilterLogEvents
// 5 a second an account in a region; GetRecords 5 a second a shard, shared with the real consumers.
export const listObjects = {
	service: 's3',
	operation: 'ListObjectsV2',
	action: 's3:ListBucket',
	rate: 20,
	burst: 20,
	why: 'Names and sizes of some objects.',
} as const satisfies ContentCall;
export const getObject = {
	service: 's3',
	operation: 'GetObject',
	action: 's3:GetObject',
	rate: 50,
	burst: 50,
	why: 'Parts of some objects.',
} as const satisfies ContentCall;
export const scan = {
	service: 'dynamodb',
	operation: 'Scan',
	action: 'dynamodb:Scan',
	rate: 5,
	burst: 5,
	why: 'Items of some segments of a table.',
} as const satisfies ContentCall;
export const filterEvents = {
	service: 'logs',
	operation: 'FilterLogEvents',
	action: 'logs:FilterLogEvents',
	rate: 2,
	burst: 2,
	why: 'The latest events of a log group.',
} as const satisfies ContentCall;
export const listShards = {
	service: 'kinesis',
	operation: 'ListShards',
	action: 'kinesis:ListShards',
	rate: 5,
	burst: 5,
	why: 'The shards of a stream.',
} as const satisfies ContentCall;
export const shardIterator = {
	service: 'kinesis',
	operation: 'GetShardIterator',
	action: 'kinesis:GetShardIterator',
	rate: 2,
	burst: 2,
	why: 'A place in a shard.',
} as const satisfies ContentCall;
export const getRecords = {
	service: 'kinesis',
	operation: 'GetRecords',
	action: 'kinesis:GetRecords',
	rate: 1,
	burst: 1,
	why: 'Records of a shard; its consumers share these reads.',
} as const satisfies ContentCall;

/** Every read of contents that a profile may make, after a yes. */
export const contentCalls: readonly ContentCall[] = [
	listObjects,
	getObject,
	scan,
	filterEvents,
	listShards,
	shardIterator,
	getRecords,
];
