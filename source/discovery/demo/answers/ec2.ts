import { type Answers, account, home, regions } from '../recording.ts';

const vpc = 'vpc-0a6f3c1d9e5b72480';

const flowLog = {
	FlowLogId: 'fl-0b7d2e4a91c6f8035',
	FlowLogStatus: 'ACTIVE',
	DeliverLogsStatus: 'SUCCESS',
	ResourceId: vpc,
	TrafficType: 'ALL',
	LogDestinationType: 's3',
	LogDestination: 'arn:aws:s3:::brightmoor-vpc-flow-logs',
	DestinationOptions: { FileFormat: 'parquet', HiveCompatiblePartitions: true, PerHourPartition: true },
	MaxAggregationInterval: 60,
	CreationTime: new Date('2022-05-30T12:00:00Z'),
	Tags: [],
};

/** Set up for an office that has moved out; nobody has taken it down. */
const vpn = {
	VpnConnectionId: 'vpn-05c2d9a7e41b8f360',
	State: 'available',
	Type: 'ipsec.1',
	CustomerGatewayId: 'cgw-0d41f7b2c95e8a063',
	VpnGatewayId: 'vgw-08e3a6f5b2d1c7940',
	VgwTelemetry: ['198.51.100.17', '198.51.100.18'].map((OutsideIpAddress) => ({
		OutsideIpAddress,
		Status: 'DOWN',
		StatusMessage: 'IPSEC IS DOWN',
		AcceptedRouteCount: 0,
		LastStatusChange: new Date('2025-02-28T16:45:00Z'),
	})),
	Tags: [{ Key: 'Name', Value: `former-office-${account.slice(-4)}` }],
};

/** What Amazon EC2 answers about disks, flow logs and VPNs: there are no servers. */
export const ec2: Answers = {
	DescribeRegions: () => ({ Regions: regions.map((RegionName) => ({ RegionName })) }),
	DescribeVolumes: () => ({ Volumes: [] }),
	DescribeFlowLogs: (_, region) => ({ FlowLogs: region === home ? [flowLog] : [] }),
	DescribeVpnConnections: (_, region) => ({ VpnConnections: region === home ? [vpn] : [] }),
};
