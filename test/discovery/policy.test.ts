import { expect, test } from 'vitest';
import { declaredCalls, readOnlyPolicy } from '../../source/discovery/policy.ts';

const actions = readOnlyPolicy().Statement.flatMap(({ Action }) => Action);

test('the policy lets every declared call through, and nothing else', () => {
	expect(actions).toEqual([...new Set(declaredCalls.map(({ action }) => action))].toSorted());
});

test('every action lists, describes or gets; none has a wildcard', () => {
	expect(actions.filter((action) => !/^[a-z0-9-]+:(?:List|Describe|Get)[A-Za-z]+$/.test(action))).toEqual([]);
});

test('no action reads what people stored', () => {
	const reads = ['s3:GetObject', 'dynamodb:GetItem', 'logs:GetLogEvents', 's3:ListBucket', 'kinesis:GetRecords'];
	expect(actions.filter((action) => reads.includes(action))).toEqual([]);
});

test('it fits one managed policy', () => {
	expect(JSON.stringify(readOnlyPolicy()).length).toBeLessThan(6144);
});

test('it is a policy document, a statement for each service', () => {
	expect(readOnlyPolicy()).toEqual({
		Version: '2012-10-17',
		Statement: [
			{
				Sid: 'ReadCloudwatch',
				Effect: 'Allow',
				Action: ['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics'],
				Resource: '*',
			},
			{
				Sid: 'ReadDynamodb',
				Effect: 'Allow',
				Action: ['dynamodb:DescribeContinuousBackups', 'dynamodb:DescribeTable', 'dynamodb:ListTables'],
				Resource: '*',
			},
			{ Sid: 'ReadLogs', Effect: 'Allow', Action: ['logs:DescribeLogGroups'], Resource: '*' },
			{
				Sid: 'ReadRds',
				Effect: 'Allow',
				Action: ['rds:DescribeDBClusters', 'rds:DescribeDBInstances'],
				Resource: '*',
			},
			{
				Sid: 'ReadS3',
				Effect: 'Allow',
				Action: [
					's3:GetBucketLocation',
					's3:GetBucketPolicyStatus',
					's3:GetBucketPublicAccessBlock',
					's3:GetBucketTagging',
					's3:GetBucketVersioning',
					's3:GetEncryptionConfiguration',
					's3:GetLifecycleConfiguration',
					's3:ListAllMyBuckets',
				],
				Resource: '*',
			},
			{ Sid: 'ReadSts', Effect: 'Allow', Action: ['sts:GetCallerIdentity'], Resource: '*' },
		],
	});
});
