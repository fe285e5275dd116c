import { describe, expect, test } from 'vitest';
import { chosen, type Situation, type Stated } from '../peers/situation.ts';

const nas = { protocol: 'nfs', change: 0 };
const mysql = { engine: 'mysql', managed: 'rds', updates: 'update', change: '5 GB/day' };
const dynamodb = { engine: 'dynamodb', managed: 'dynamodb', updates: 'update', pitr: 'yes', key: 'customer' };
const office = { 'link.kind': 'internet', bandwidth: '100 Mbps', 'bandwidth.free': '100 %' };

describe('files that lie outside AWS', () => {
	const site = { where: 'on-premises', family: 'file' };
	test.each<readonly [string, Situation, readonly string[]]>([
		[
			'half a terabyte goes by a script',
			{ ...site, line: office, facts: { ...nas, volume: '500 GB' } },
			['internet:existing', 'history s3-upload:once'],
		],
		[
			'10 TB that arrive within a month go by DataSync',
			{ ...site, line: { ...office, bandwidth: '1 Gbps' }, facts: { ...nas, volume: '10 TB', deadline: '30 days' } },
			['internet:existing', 'history datasync:basic-once'],
		],
		[
			'60 TB that the line cannot carry in time travel on disks where a terminal is near',
			{ ...site, line: { ...office, 'near.terminal': 'yes' }, facts: { ...nas, volume: '60 TB', deadline: '45 days' } },
			['history data-transfer-terminal:trip'],
		],
		[
			'they take a Direct Connect for a while where a partner delivers one and no terminal is near',
			{
				...site,
				line: { ...office, 'near.directConnect': 'yes' },
				facts: { ...nas, volume: '60 TB', deadline: '45 days' },
			},
			['direct-connect:hosted-1g-quarter', 'history datasync:basic-once'],
		],
		[
			'a device is shipped only to a customer from before it closed',
			{
				...site,
				line: office,
				workload: { 'customer.snowball': 'yes' },
				facts: { ...nas, volume: '60 TB', deadline: '45 days' },
			},
			['history snowball:storage-210'],
		],
		[
			'a history on disks and what changes over the line',
			{
				...site,
				line: { ...office, 'near.terminal': 'yes' },
				facts: { ...nas, change: '20 GB/day', volume: '60 TB', deadline: '30 days' },
			},
			['internet:existing', 'history data-transfer-terminal:trip', 'changes datasync:basic-changes'],
		],
		[
			'what may not cross the internet goes over a VPN',
			{ ...site, line: office, facts: { ...nas, change: '1 GB/day', volume: '2 TB', 'private.required': 'yes' } },
			['site-to-site-vpn:new', 'both datasync:basic'],
		],
		[
			'files that programs on site go on using get a gateway',
			{ ...site, line: office, facts: { ...nas, change: '1 GB/day', volume: '1 TB', 'local.use': 'yes' } },
			['internet:existing', 'both s3-file-gateway:gateway'],
		],
		[
			'600 million objects of another cloud need no agent',
			{
				where: 'other-cloud',
				family: 'object',
				facts: { protocol: 'azure-blob', objects: 600_000_000, volume: '80 TB', change: '50 GB/day' },
			},
			['internet:cloud', 'both datasync:agentless'],
		],
		[
			'what partners send over SFTP gets an endpoint',
			{
				where: 'other-cloud',
				family: 'file',
				facts: { protocol: 'sftp', volume: '50 GB', change: '50 GB/day' },
			},
			['internet:cloud', 'both transfer-family:sftp'],
		],
	])('%s', (_says, situation, route) => {
		expect(chosen(situation)).toEqual(route);
	});
});

describe('objects in S3', () => {
	test.each<readonly [string, Situation, readonly string[]]>([
		[
			'stay where they are in the region of the training',
			{ family: 'object', facts: { protocol: 's3', volume: '2 TB', change: '20 GB/day' } },
			['both s3-direct:same-region'],
		],
		[
			'are replicated from another region when they are read often',
			{ family: 'object', region: 'eu-west-1', facts: { protocol: 's3', volume: '5 TB', change: '10 GB/day' } },
			['both s3-replication:live-and-batch'],
		],
		[
			'are read across regions when that is seldom',
			{
				family: 'object',
				region: 'eu-west-1',
				facts: { protocol: 's3', volume: '5 TB', change: '10 GB/day', 'reads.monthly': '0.5/month' },
			},
			['both s3-direct:other-region'],
		],
		[
			'go nowhere when they must stay in an area without training',
			{
				family: 'object',
				region: 'eu-central-1',
				facts: { protocol: 's3', volume: '1 TB', change: '1 GB/day', residency: 'eu' },
			},
			[],
		],
	])('%s', (_says, situation, route) => {
		expect(chosen(situation)).toEqual(route);
	});
});

describe('databases', () => {
	test.each<readonly [string, Situation, readonly string[]]>([
		[
			'RDS MySQL of 200 GB a day old is exported from snapshots',
			{ family: 'relational', facts: { ...mysql, volume: '200 GB', freshness: '1 day' } },
			['both rds-snapshot-export:periodic'],
		],
		[
			'within the hour its log is followed, and the first load comes from a clone',
			{ family: 'relational', facts: { ...mysql, volume: '200 GB', freshness: '1 h' } },
			['both dms:clone-and-capture'],
		],
		[
			'people who ask in SQL get a warehouse that follows it, and training a copy out of that',
			{
				family: 'relational',
				workload: { 'team.sql': 'yes' },
				facts: { ...mysql, volume: '200 GB', freshness: '1 h', sensitivity: 'internal' },
			},
			['both aurora-zero-etl:warehouse>redshift-training-set:unload'],
		],
		[
			'rows that are only added are read off a replica every hour',
			{
				family: 'relational',
				facts: { ...mysql, updates: 'append', replica: 'yes', volume: '600 GB', freshness: '1 h' },
			},
			['both glue-jdbc:incremental'],
		],
		[
			'Db2 has no export: a job reads it where production bears that',
			{
				family: 'relational',
				facts: { ...mysql, engine: 'db2', volume: '200 GB', freshness: '1 day', 'load.allowed': 'yes' },
			},
			['both glue-jdbc:full'],
		],
		[
			'a database on site is followed over a VPN that is ordered for it',
			{
				where: 'on-premises',
				line: office,
				family: 'relational',
				facts: {
					engine: 'oracle',
					managed: 'self',
					updates: 'update',
					volume: '400 GB',
					change: '5 GB/day',
					freshness: '10 min',
				},
			},
			['site-to-site-vpn:new', 'both dms:full-load-and-capture'],
		],
		[
			'a warehouse writes its own files',
			{ family: 'warehouse', facts: { engine: 'redshift', volume: '5 TB', change: '10 GB/day', freshness: '28 days' } },
			['both redshift-unload:periodic'],
		],
	])('%s', (_says, situation, route) => {
		expect(chosen(situation)).toEqual(route);
	});
});

describe('DynamoDB', () => {
	const table = (stated: Stated): Situation => ({ family: 'key-value', facts: { ...dynamodb, ...stated } });
	test.each<readonly [string, Situation, readonly string[]]>([
		[
			'a table of 0.6 GB is read directly',
			table({ volume: '600 MB', rows: 8000, change: '1 MB/day', freshness: '1 day' }),
			['both glue-dynamodb-read:periodic'],
		],
		[
			'60 GB a day old are exported whole',
			table({ volume: '60 GB', change: '500 MB/day', freshness: '1 day' }),
			['both dynamodb-export:periodic'],
		],
		[
			'200 GB a day old are exported once and then by what changed',
			table({ volume: '200 GB', change: '4 GB/day', freshness: '1 day', key: 'aws-managed' }),
			['history dynamodb-export:once', 'changes dynamodb-export:incremental'],
		],
		[
			'4 TB within half an hour are kept in step by zero-ETL',
			table({ volume: '4 TB', change: '60 GB/day', freshness: '30 min' }),
			['both glue-zero-etl:dynamodb'],
		],
		[
			'recovery is switched on first where it is off',
			table({ volume: '60 GB', change: '500 MB/day', freshness: '1 day', pitr: 'no' }),
			['both dynamodb-export:recovery-periodic'],
		],
	])('%s', (_says, situation, route) => {
		expect(chosen(situation)).toEqual(route);
	});
});
