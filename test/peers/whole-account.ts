import { daysAgo } from './reading.ts';
import type { Table } from './table-caller.ts';

const here = 'eu-central-1';
const only =
	(field: string, ...things: readonly object[]) =>
	({ region }: { region: string }) => ({
		[field]: region === here ? things : [],
	});

/** An account with one thing of each kind in Frankfurt and none elsewhere. */
export const wholeAccount: Table = {
	ListBuckets: { Buckets: [{ Name: 'clicks', BucketRegion: here }] },
	GetBucketEncryption: { ServerSideEncryptionConfiguration: {} },
	GetBucketVersioning: { Status: 'Enabled' },
	GetBucketLifecycleConfiguration: { Rules: [{ Status: 'Enabled' }] },
	GetBucketTagging: { TagSet: [] },
	GetPublicAccessBlock: { PublicAccessBlockConfiguration: { RestrictPublicBuckets: true, IgnorePublicAcls: true } },
	ListMetrics: { Metrics: [] },
	GetMetricData: { MetricDataResults: [] },
	DescribeDBInstances: only('DBInstances', { DBInstanceArn: 'arn:orders', Engine: 'mysql' }),
	DescribeDBClusters: only('DBClusters', { DBClusterArn: 'arn:cards', Engine: 'aurora-mysql' }),
	ListTables: ({ region }) => ({ TableNames: region === here ? ['profiles'] : [] }),
	DescribeTable: { Table: { TableSizeBytes: 5, ItemCount: 1, CreationDateTime: daysAgo(9) } },
	DescribeContinuousBackups: { ContinuousBackupsDescription: {} },
	DescribeLogGroups: only('logGroups', { logGroupArn: 'arn:web', logGroupName: '/web', storedBytes: 1 }),
	ListStreams: ({ region }) => ({ StreamNames: region === here ? ['telemetry'] : [], HasMoreStreams: false }),
	DescribeStreamSummary: { StreamDescriptionSummary: { RetentionPeriodHours: 24, EncryptionType: 'NONE' } },
	ListDeliveryStreams: ({ region }) => ({ DeliveryStreamNames: region === here ? ['taps'] : [] }),
	DescribeDeliveryStream: {
		DeliveryStreamDescription: {
			DeliveryStreamType: 'KinesisStreamAsSource',
			Source: { KinesisStreamSourceDescription: { KinesisStreamARN: 'arn:taps-in' } },
			Destinations: [{ ExtendedS3DestinationDescription: { BucketARN: 'arn:aws:s3:::clicks' } }],
		},
	},
	'redshift:DescribeClusters': only('Clusters', { ClusterIdentifier: 'sales', Encrypted: true }),
	ListClustersV2: only('ClusterInfoList', { ClusterArn: 'arn:kafka', ClusterName: 'kafka', Provisioned: {} }),
	ListDomainNames: only('DomainNames', { DomainName: 'texts' }),
	DescribeDomains: { DomainStatusList: [{ DomainName: 'texts', EngineVersion: 'OpenSearch_2.19' }] },
	DescribeCacheClusters: only('CacheClusters', { CacheClusterId: 'sessions', Engine: 'redis' }),
	'efs:DescribeFileSystems': only('FileSystems', { FileSystemId: 'fs-1', SizeInBytes: { Value: 7 } }),
	'fsx:DescribeFileSystems': only('FileSystems', { FileSystemId: 'fs-2', FileSystemType: 'LUSTRE' }),
	DescribeVolumes: only('Volumes', { VolumeId: 'vol-1', Size: 10, Attachments: [] }),
	DescribeFlowLogs: only('FlowLogs', {
		FlowLogId: 'fl-1',
		ResourceId: 'vpc-1',
		LogDestination: 'arn:aws:s3:::clicks/flows/',
	}),
	DescribeVpnConnections: only('VpnConnections', {
		VpnConnectionId: 'vpn-1',
		State: 'available',
		VgwTelemetry: [{ Status: 'UP' }],
	}),
	GetConnections: only('ConnectionList', {
		Name: 'plant',
		ConnectionType: 'JDBC',
		ConnectionProperties: { JDBC_CONNECTION_URL: 'jdbc:oracle:thin:@//db.plant.example:1521/MES' },
	}),
	GetDatabases: only('DatabaseList', { Name: 'lake' }),
	GetTables: { TableList: [{ Name: 'clicks', StorageDescriptor: { Location: 's3://clicks/a/' } }] },
	DescribeEndpoints: only('Endpoints', {
		EndpointArn: 'arn:endpoint',
		EndpointType: 'SOURCE',
		EngineName: 'sqlserver',
		ServerName: 'erp.example',
	}),
	DescribeReplicationTasks: only('ReplicationTasks', {
		ReplicationTaskArn: 'arn:task',
		SourceEndpointArn: 'arn:endpoint',
		TargetEndpointArn: 'arn:target',
		MigrationType: 'full-load',
	}),
	'directconnect:DescribeConnections': only('connections', {
		connectionId: 'dxcon-1',
		connectionState: 'available',
		bandwidth: '1Gbps',
	}),
	ListLocations: only('Locations', { LocationArn: 'arn:filer', LocationUri: 'nfs://filer.example/exports/' }),
	ListTasks: only('Tasks', { TaskArn: 'arn:transfer' }),
	DescribeTask: { TaskArn: 'arn:transfer', SourceLocationArn: 'arn:filer', DestinationLocationArn: 'arn:bucket' },
	DescribeTrails: only('trailList', { TrailARN: 'arn:trail', S3BucketName: 'clicks', S3KeyPrefix: 'trail' }),
	ListTopicRules: only('rules', { ruleArn: 'arn:rule', ruleName: 'taps', topicPattern: 'taps/#' }),
	GetTopicRule: { rule: { actions: [{ kinesis: { streamName: 'telemetry' } }] } },
};
