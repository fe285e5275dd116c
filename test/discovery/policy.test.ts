import { expect, test } from 'vitest';
import { declaredCalls, readOnlyPolicy } from '../../source/discovery/policy.ts';

const actions = readOnlyPolicy().Statement.flatMap(({ Action }) => Action);

test('the policy lets every declared call through, and nothing else', () => {
	expect(actions).toEqual([...new Set(declaredCalls.map(({ action }) => action))].toSorted());
});

test('every action lists, describes or gets; none has a wildcard', () => {
	expect(actions.filter((action) => !/^[a-z0-9-]+:(?:List|Describe|Get)[A-Za-z0-9]+$/.test(action))).toEqual([]);
});

test('no action reads what people stored', () => {
	const reads = ['s3:GetObject', 'dynamodb:GetItem', 'logs:GetLogEvents', 's3:ListBucket', 'kinesis:GetRecords'];
	expect(actions.filter((action) => reads.includes(action))).toEqual([]);
});

test('it fits one managed policy', () => {
	expect(JSON.stringify(readOnlyPolicy()).length).toBeLessThan(6144);
});

test('it is a policy document, a statement for each service', () => {
	const { Version, Statement } = readOnlyPolicy();
	expect(Version).toBe('2012-10-17');
	expect(Statement.filter(({ Effect, Resource }) => Effect !== 'Allow' || Resource !== '*')).toEqual([]);
	expect(Object.fromEntries(Statement.map(({ Sid, Action }) => [Sid, Action.join(' ')]))).toEqual({
		ReadCloudtrail: 'cloudtrail:DescribeTrails',
		ReadCloudwatch: 'cloudwatch:GetMetricData cloudwatch:ListMetrics',
		ReadDatasync: 'datasync:DescribeTask datasync:ListLocations datasync:ListTasks',
		ReadDirectconnect: 'directconnect:DescribeConnections',
		ReadDms: 'dms:DescribeEndpoints dms:DescribeReplicationTasks',
		ReadDynamodb: 'dynamodb:DescribeContinuousBackups dynamodb:DescribeTable dynamodb:ListTables',
		ReadEc2: 'ec2:DescribeFlowLogs ec2:DescribeVolumes ec2:DescribeVpnConnections',
		ReadElasticache: 'elasticache:DescribeCacheClusters',
		ReadElasticfilesystem: 'elasticfilesystem:DescribeFileSystems',
		ReadEs: 'es:DescribeDomains es:ListDomainNames',
		ReadFirehose: 'firehose:DescribeDeliveryStream firehose:ListDeliveryStreams',
		ReadFsx: 'fsx:DescribeFileSystems',
		ReadGlue: 'glue:GetConnections glue:GetDatabases glue:GetTables',
		ReadIot: 'iot:GetTopicRule iot:ListTopicRules',
		ReadKafka: 'kafka:ListClustersV2',
		ReadKinesis: 'kinesis:DescribeStreamSummary kinesis:ListStreams',
		ReadLogs: 'logs:DescribeLogGroups',
		ReadRds: 'rds:DescribeDBClusters rds:DescribeDBInstances',
		ReadRedshift: 'redshift:DescribeClusters',
		ReadS3:
			's3:GetBucketLocation s3:GetBucketPolicyStatus s3:GetBucketPublicAccessBlock s3:GetBucketTagging s3:GetBucketVersioning s3:GetEncryptionConfiguration s3:GetLifecycleConfiguration s3:ListAllMyBuckets',
		ReadSts: 'sts:GetCallerIdentity',
	});
});
