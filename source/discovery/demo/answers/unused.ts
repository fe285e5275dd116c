import { type Answers, refusal } from '../recording.ts';

/** What the services answer that the group does not use: that there is nothing. */
export const unused = {
	firehose: {
		ListDeliveryStreams: () => ({ DeliveryStreamNames: [], HasMoreDeliveryStreams: false }),
		DescribeDeliveryStream: nothingOf,
	},
	redshift: { DescribeClusters: () => ({ Clusters: [] }) },
	kafka: { ListClustersV2: () => ({ ClusterInfoList: [] }) },
	opensearch: { ListDomainNames: () => ({ DomainNames: [] }), DescribeDomains: () => ({ DomainStatusList: [] }) },
	elasticache: { DescribeCacheClusters: () => ({ CacheClusters: [] }) },
	efs: { DescribeFileSystems: () => ({ FileSystems: [] }) },
	fsx: { DescribeFileSystems: () => ({ FileSystems: [] }) },
	glue: {
		GetConnections: () => ({ ConnectionList: [] }),
		GetDatabases: () => ({ DatabaseList: [] }),
		GetTables: () => ({ TableList: [] }),
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
