import { daysAgo } from './reading.ts';
import type { Table } from './table-caller.ts';

const here = 'eu-central-1';
const key = 'arn:aws:kms:eu-central-1:123456789012:key/1';
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
	DescribeKey: { KeyMetadata: { KeyManager: 'CUSTOMER' } },
	ListMetrics: { Metrics: [] },
	GetMetricData: { MetricDataResults: [] },
	DescribeDBInstances: only('DBInstances', { DBInstanceArn: 'arn:orders', Engine: 'mysql', KmsKeyId: key }),
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
	GetBucketReplication: {
		ReplicationConfiguration: {
			Rules: [{ ID: 'all', Status: 'Disabled', Destination: { Bucket: 'arn:aws:s3:::copy' } }],
		},
	},
	ListDirectoryBuckets: only('Buckets', { Name: 'fast--euc1-az1--x-s3', BucketArn: 'arn:fast' }),
	ListTableBuckets: only('tableBuckets', { arn: 'arn:tables', name: 'tables', type: 'customer' }),
	GetTableBucketEncryption: { encryptionConfiguration: { sseAlgorithm: 'AES256' } },
	ListVectorBuckets: only('vectorBuckets', { vectorBucketArn: 'arn:vectors', vectorBucketName: 'vectors' }),
	GetVectorBucket: { vectorBucket: { encryptionConfiguration: { sseType: 'AES256' } } },
	ListNamespaces: only('namespaces', { namespaceArn: 'arn:namespace', namespaceName: 'finance' }),
	ListWorkgroups: { workgroups: [{ namespaceName: 'finance', publiclyAccessible: true }] },
	'DescribeDBClusters docdb': only('DBClusters', { DBClusterArn: 'arn:documents', Engine: 'docdb' }),
	'DescribeDBClusters neptune': only('DBClusters', { DBClusterArn: 'arn:graph', Engine: 'neptune' }),
	'rds:DescribeIntegrations': only('Integrations', {
		IntegrationArn: 'arn:rds-integration',
		SourceArn: 'arn:cards',
		TargetArn: 'arn:namespace',
		Status: 'active',
	}),
	'redshift:DescribeIntegrations': only('Integrations', {
		IntegrationArn: 'arn:redshift-integration',
		SourceArn: 'arn:profiles',
		TargetArn: 'arn:namespace',
		Status: 'active',
	}),
	'glue:DescribeIntegrations': only('Integrations', {
		IntegrationArn: 'arn:zero-etl',
		SourceArn: 'arn:crm',
		TargetArn: 'arn:lake',
		Status: 'ACTIVE',
	}),
	GetJobs: only('Jobs', {
		Name: 'nightly',
		CodeGenConfigurationNodes: {
			a: { S3CsvSource: { Paths: ['s3://clicks/in/'] } },
			b: { S3GlueParquetTarget: { Path: 's3://lake/out/' } },
		},
	}),
	GetJobRuns: { JobRuns: [{ JobRunState: 'SUCCEEDED', CompletedOn: daysAgo(1) }] },
	ListDataCatalogs: only('DataCatalogsSummary', { CatalogName: 'sales', Type: 'FEDERATED' }),
	GetDataCatalog: { DataCatalog: { ConnectionType: 'SNOWFLAKE', Parameters: { 'connection-arn': 'arn:connection' } } },
	ListWorkGroups: only('WorkGroups', { Name: 'analysts' }),
	GetWorkGroup: {
		WorkGroup: { Configuration: { ResultConfiguration: { OutputLocation: 's3://clicks/results/' } } },
	},
	ListResources: only('ResourceInfoList', { ResourceArn: 'arn:aws:s3:::clicks/lake' }),
	GetMacieSession: ({ region }) => ({ status: region === here ? 'ENABLED' : 'PAUSED' }),
	DescribeBuckets: { buckets: [{ bucketArn: 'arn:aws:s3:::clicks', sizeInBytes: 9, objectCount: 3 }] },
	GetFindingStatistics: { countsByGroup: [{ groupKey: 'clicks', count: 2 }] },
	ListFeatureGroups: only('FeatureGroupSummaries', { FeatureGroupArn: 'arn:features', FeatureGroupName: 'churn' }),
	DescribeFeatureGroup: {
		FeatureGroupArn: 'arn:features',
		OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://clicks/features' } },
	},
	ListDataSets: only('DataSets', { Arn: 'arn:weather', Name: 'weather', AssetType: 'S3_SNAPSHOT' }),
	ListFlows: only('flows', { flowArn: 'arn:flow', flowName: 'crm' }),
	DescribeFlow: {
		flowArn: 'arn:flow',
		sourceFlowConfig: { connectorType: 'Salesforce', connectorProfileName: 'crm' },
		destinationFlowConfigList: [{ destinationConnectorProperties: { S3: { bucketName: 'clicks' } } }],
		lastRunExecutionDetails: { mostRecentExecutionStatus: 'Successful', mostRecentExecutionTime: daysAgo(2) },
	},
	ListCollections: only('collectionSummaries', { id: 'c1', arn: 'arn:collection', name: 'embeddings' }),
	BatchGetCollection: { collectionDetails: [{ id: 'c1', type: 'VECTORSEARCH', kmsKeyArn: 'auto' }] },
	'memorydb:DescribeClusters': only('Clusters', { ARN: 'arn:memory', Name: 'memory', TLSEnabled: true }),
	'timestream-write:DescribeEndpoints': { Endpoints: [{ Address: 'cell-1.example' }] },
	ListDatabases: only('Databases', { DatabaseName: 'plant' }),
	'timestream-write:ListTables': {
		Tables: [{ Arn: 'arn:taps', DatabaseName: 'plant', TableName: 'taps' }],
	},
	ListDbInstances: only('items', { arn: 'arn:influx', name: 'influx', allocatedStorage: 20 }),
	ListAssetModels: only('assetModelSummaries', { id: 'pump' }),
	DescribeStorageConfiguration: {
		storageType: 'MULTI_LAYER_STORAGE',
		multiLayerStorage: { customerManagedS3Storage: { s3ResourceArn: 'arn:aws:s3:::clicks/cold' } },
		retentionPeriod: { numberOfDays: 30 },
	},
	ListFileShares: only(
		'FileShareInfoList',
		{ FileShareARN: 'arn:share-nfs', FileShareType: 'NFS' },
		{ FileShareARN: 'arn:share-smb', FileShareType: 'SMB' },
	),
	DescribeNFSFileShares: {
		NFSFileShareInfoList: [{ FileShareARN: 'arn:share-nfs', LocationARN: 'arn:aws:s3:::clicks', Path: '/clicks' }],
	},
	DescribeSMBFileShares: {
		SMBFileShareInfoList: [
			{ FileShareARN: 'arn:share-smb', LocationARN: 'arn:aws:s3:::clicks/office/', Path: '/office' },
		],
	},
	'kinesis:ListChannels': only('ChannelSummaries', { ChannelARN: 'arn:channel' }),
	'kinesis:DescribeChannel': {
		ChannelDescription: {
			ChannelStatus: 'ACTIVE',
			StreamConfigurationList: [{ StreamARN: 'arn:telemetry' }],
			S3DestinationConfiguration: {
				DataFreshnessInSeconds: 300,
				StorageConfiguration: { BucketARN: 'arn:aws:s3:::clicks' },
			},
		},
	},
	'kafka:ListChannels': { Channels: [{ ChannelArn: 'arn:topic-channel' }] },
	'kafka:DescribeChannel': {
		ChannelArn: 'arn:topic-channel',
		Status: 'ACTIVE',
		TopicConfigurationList: [{ TopicArn: 'arn:topic' }],
		S3DestinationConfiguration: { DataFreshnessInSeconds: 600, Storage: { BucketArn: 'arn:aws:s3:::clicks' } },
	},
	GetTopicRule: { rule: { actions: [{ kinesis: { streamName: 'telemetry' } }] } },
};
