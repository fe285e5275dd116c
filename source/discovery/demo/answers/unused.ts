import { type Answers, refusal } from '../recording.ts';

/** What the services answer that the group does not use: that there is nothing. */
export const unused = {
	firehose: {
		ListDeliveryStreams: () => ({ DeliveryStreamNames: [], HasMoreDeliveryStreams: false }),
		DescribeDeliveryStream: nothingOf,
	},
	redshift: { DescribeClusters: () => ({ Clusters: [] }), DescribeIntegrations: () => ({ Integrations: [] }) },
	'redshift-serverless': { ListNamespaces: () => ({ namespaces: [] }), ListWorkgroups: () => ({ workgroups: [] }) },
	kafka: {
		ListClustersV2: () => ({ ClusterInfoList: [] }),
		ListChannels: nothingOf,
		DescribeChannel: nothingOf,
	},
	opensearchserverless: {
		ListCollections: () => ({ collectionSummaries: [] }),
		BatchGetCollection: () => ({ collectionDetails: [] }),
	},
	memorydb: { DescribeClusters: () => ({ Clusters: [] }) },
	'timestream-write': {
		DescribeEndpoints: () => ({ Endpoints: [{ Address: 'ingest-cell1.timestream.amazonaws.com' }] }),
		ListDatabases: () => ({ Databases: [] }),
		ListTables: () => ({ Tables: [] }),
	},
	'timestream-influxdb': { ListDbInstances: () => ({ items: [] }) },
	iotsitewise: { ListAssetModels: () => ({ assetModelSummaries: [] }), DescribeStorageConfiguration: nothingOf },
	sagemaker: { ListFeatureGroups: () => ({ FeatureGroupSummaries: [] }), DescribeFeatureGroup: nothingOf },
	appflow: { ListFlows: () => ({ flows: [] }), DescribeFlow: nothingOf },
	lakeformation: { ListResources: () => ({ ResourceInfoList: [] }) },
	macie2: {
		GetMacieSession: () => ({ status: 'PAUSED' }),
		DescribeBuckets: () => ({ buckets: [] }),
		GetFindingStatistics: () => ({ countsByGroup: [] }),
	},
	storagegateway: {
		ListFileShares: () => ({ FileShareInfoList: [] }),
		DescribeNFSFileShares: () => ({ NFSFileShareInfoList: [] }),
		DescribeSMBFileShares: () => ({ SMBFileShareInfoList: [] }),
	},
	athena: {
		ListDataCatalogs: () => ({ DataCatalogsSummary: [{ CatalogName: 'AwsDataCatalog', Type: 'GLUE' }] }),
		GetDataCatalog: nothingOf,
		ListWorkGroups: () => ({ WorkGroups: [{ Name: 'primary', State: 'ENABLED' }] }),
		GetWorkGroup: () => ({ WorkGroup: { Name: 'primary', Configuration: {} } }),
	},
	s3tables: { ListTableBuckets: () => ({ tableBuckets: [] }), GetTableBucketEncryption: nothingOf },
	s3vectors: { ListVectorBuckets: () => ({ vectorBuckets: [] }), GetVectorBucket: nothingOf },
	organizations: {
		ListAccounts: () => {
			throw refusal('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.', 400);
		},
	},
	dataexchange: { ListDataSets: () => ({ DataSets: [] }) },
	// Asked by no discovery.
	health: {},
	opensearch: { ListDomainNames: () => ({ DomainNames: [] }), DescribeDomains: () => ({ DomainStatusList: [] }) },
	elasticache: { DescribeCacheClusters: () => ({ CacheClusters: [] }) },
	efs: { DescribeFileSystems: () => ({ FileSystems: [] }) },
	fsx: { DescribeFileSystems: () => ({ FileSystems: [] }) },
	glue: {
		GetConnections: () => ({ ConnectionList: [] }),
		GetDatabases: () => ({ DatabaseList: [] }),
		GetTables: () => ({ TableList: [] }),
		GetJobs: () => ({ Jobs: [] }),
		GetJobRuns: nothingOf,
		DescribeIntegrations: () => ({ Integrations: [] }),
	},
	dms: { DescribeEndpoints: () => ({ Endpoints: [] }), DescribeReplicationTasks: () => ({ ReplicationTasks: [] }) },
	directconnect: { DescribeConnections: () => ({ connections: [] }) },
	datasync: {
		ListLocations: () => ({ Locations: [] }),
		ListTasks: () => ({ Tasks: [] }),
		DescribeTask: nothingOf,
	},
} as const satisfies Readonly<Record<string, Answers>>;

function nothingOf(input: Readonly<Record<string, unknown>>): never {
	throw refusal('ResourceNotFoundException', `${Object.values(input).join(' ')} not found.`, 400);
}
