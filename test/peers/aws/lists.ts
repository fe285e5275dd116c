/** What an item is made from besides its name. */
interface Standing {
	readonly account: string;
	readonly region: string;
	readonly input: Readonly<Record<string, unknown>>;
}

/** A list of AWS: the field that holds it, how the next page is asked for, and how a thing in it looks. */
export interface Listing {
	readonly field: string;
	readonly global?: true;
	/** `byName`: a page begins behind the last name of the one before. `more`: a field says whether there is another page. */
	readonly paging?: { readonly in: string; readonly out?: string; readonly more?: string; readonly byName?: true };
	readonly item: (name: string, standing: Standing) => unknown;
}

const arn = (service: string, { account, region }: Standing, rest: string): string =>
	`arn:aws:${service}:${region}:${account}:${rest}`;
const marker = { in: 'Marker', out: 'Marker' };
const nextToken = { in: 'NextToken', out: 'NextToken' };
const small = { in: 'nextToken', out: 'nextToken' };
const tags = [{ Key: 'owner', Value: 'Plant & <Mill>' }];

/** Every list that is seeded. Kinds that are not here are empty. */
export const lists: Readonly<Record<string, Listing>> = {
	's3:ListBuckets': {
		field: 'Buckets',
		global: true,
		paging: { in: 'ContinuationToken', out: 'ContinuationToken' },
		item: (Name, { region }) => ({ Name, BucketRegion: region, CreationDate: new Date('2024-05-01T00:00:00Z') }),
	},
	'rds:DescribeDBInstances': {
		field: 'DBInstances',
		paging: marker,
		item: (name, at) => ({
			DBInstanceIdentifier: name,
			DBInstanceArn: arn('rds', at, `db:${name}`),
			Engine: 'postgres',
			EngineVersion: '16.4',
			AllocatedStorage: 100,
			StorageEncrypted: true,
			PubliclyAccessible: false,
			TagList: tags,
		}),
	},
	'rds:DescribeDBClusters': {
		field: 'DBClusters',
		paging: marker,
		item: (name, at) => ({
			DBClusterIdentifier: name,
			DBClusterArn: arn('rds', at, `cluster:${name}`),
			Engine: 'aurora-postgresql',
			EngineVersion: '16.4',
			StorageEncrypted: true,
			TagList: tags,
		}),
	},
	'dynamodb:ListTables': {
		field: 'TableNames',
		paging: { in: 'ExclusiveStartTableName', out: 'LastEvaluatedTableName', byName: true },
		item: (name) => name,
	},
	'logs:DescribeLogGroups': {
		field: 'logGroups',
		paging: small,
		item: (name, at) => ({
			logGroupName: `/${name}`,
			logGroupArn: arn('logs', at, `log-group:/${name}`),
			storedBytes: 1e9,
			retentionInDays: 90,
			creationTime: 1_700_000_000_000,
		}),
	},
	'kinesis:ListStreams': {
		field: 'StreamNames',
		paging: { in: 'ExclusiveStartStreamName', more: 'HasMoreStreams', byName: true },
		item: (name) => name,
	},
	'firehose:ListDeliveryStreams': {
		field: 'DeliveryStreamNames',
		paging: { in: 'ExclusiveStartDeliveryStreamName', more: 'HasMoreDeliveryStreams', byName: true },
		item: (name) => name,
	},
	'redshift:DescribeClusters': {
		field: 'Clusters',
		paging: marker,
		item: (name, at) => ({
			ClusterIdentifier: name,
			ClusterNamespaceArn: arn('redshift', at, `namespace:${name}`),
			NodeType: 'ra3.large',
			NumberOfNodes: 2,
			Encrypted: true,
			PubliclyAccessible: false,
			Tags: tags,
		}),
	},
	'kafka:ListClustersV2': {
		field: 'ClusterInfoList',
		paging: nextToken,
		item: (name, at) => ({
			ClusterName: name,
			ClusterArn: arn('kafka', at, `cluster/${name}/1`),
			ClusterType: 'PROVISIONED',
			Provisioned: {
				NumberOfBrokerNodes: 3,
				BrokerNodeGroupInfo: {
					ClientSubnets: ['subnet-1'],
					InstanceType: 'kafka.m7g.large',
					StorageInfo: { EbsStorageInfo: { VolumeSize: 500 } },
				},
			},
		}),
	},
	'opensearch:ListDomainNames': {
		field: 'DomainNames',
		item: (DomainName) => ({ DomainName, EngineType: 'OpenSearch' }),
	},
	'elasticache:DescribeCacheClusters': {
		field: 'CacheClusters',
		paging: marker,
		item: (name, at) => ({
			CacheClusterId: name,
			ARN: arn('elasticache', at, `cluster:${name}`),
			Engine: 'redis',
			CacheNodeType: 'cache.m7g.large',
			NumCacheNodes: 1,
			AtRestEncryptionEnabled: true,
		}),
	},
	'efs:DescribeFileSystems': {
		field: 'FileSystems',
		paging: { in: 'Marker', out: 'NextMarker' },
		item: (name, at) => ({
			FileSystemId: `fs-${name}`,
			FileSystemArn: arn('elasticfilesystem', at, `file-system/fs-${name}`),
			Name: name,
			SizeInBytes: { Value: 5e9, Timestamp: new Date('2026-11-24T00:00:00Z') },
			Encrypted: true,
			Tags: tags,
		}),
	},
	'fsx:DescribeFileSystems': {
		field: 'FileSystems',
		paging: nextToken,
		item: (name, at) => ({
			FileSystemId: `fs-${name}`,
			ResourceARN: arn('fsx', at, `file-system/fs-${name}`),
			FileSystemType: 'OPENZFS',
			StorageCapacity: 300,
			Tags: tags,
		}),
	},
	'ec2:DescribeVolumes': {
		field: 'Volumes',
		paging: nextToken,
		item: (name) => ({
			VolumeId: `vol-${name}`,
			Size: 900,
			VolumeType: 'gp3',
			Encrypted: true,
			Attachments: [{ InstanceId: 'i-1', State: 'attached' }],
			Tags: tags,
		}),
	},
	'ec2:DescribeFlowLogs': {
		field: 'FlowLogs',
		paging: nextToken,
		item: (name) => ({
			FlowLogId: `fl-${name}`,
			ResourceId: 'vpc-1',
			LogDestinationType: 's3',
			LogDestination: 'arn:aws:s3:::lake/flows/',
			FlowLogStatus: 'ACTIVE',
		}),
	},
	'glue:GetDatabases': { field: 'DatabaseList', paging: nextToken, item: (Name) => ({ Name }) },
	'glue:GetTables': {
		field: 'TableList',
		paging: nextToken,
		item: (Name, { input }) => ({
			Name,
			DatabaseName: input.DatabaseName,
			Parameters: { classification: 'parquet' },
			StorageDescriptor: { Location: `s3://lake-${String(input.DatabaseName)}/${Name}/` },
		}),
	},
	'dms:DescribeEndpoints': {
		field: 'Endpoints',
		paging: marker,
		item: (name, at) => ({
			EndpointArn: arn('dms', at, `endpoint:${name}`),
			EndpointIdentifier: name,
			EndpointType: 'SOURCE',
			EngineName: 'sqlserver',
			ServerName: `${name}.plant.example`,
			Port: 1433,
		}),
	},
	'datasync:ListLocations': {
		field: 'Locations',
		paging: nextToken,
		item: (name, at) => ({
			LocationArn: arn('datasync', at, `location/${name}`),
			LocationUri: `nfs://${name}.plant.example/a/`,
		}),
	},
	'cloudtrail:DescribeTrails': {
		field: 'trailList',
		item: (Name, at) => ({
			Name,
			TrailARN: arn('cloudtrail', at, `trail/${Name}`),
			S3BucketName: 'lake',
			HomeRegion: at.region,
		}),
	},
	'iot:ListTopicRules': {
		field: 'rules',
		paging: small,
		item: (name, at) => ({
			ruleArn: arn('iot', at, `rule/${name}`),
			ruleName: name,
			topicPattern: 'plant/#',
			ruleDisabled: false,
		}),
	},
};
