import { type Answers, account, home, key } from '../recording.ts';

const arn = (kind: 'db' | 'cluster', id: string) => `arn:aws:rds:${home}:${account}:${kind}:${id}`;
const tags = (owner: string) => [{ Key: 'owner', Value: owner }];

const usual = {
	DBInstanceStatus: 'available',
	StorageType: 'gp3',
	PubliclyAccessible: false,
	AutoMinorVersionUpgrade: true,
	DeletionProtection: true,
	IAMDatabaseAuthenticationEnabled: false,
	DBSubnetGroup: { DBSubnetGroupName: 'databases', VpcId: 'vpc-0a6f3c1d9e5b72480', SubnetGroupStatus: 'Complete' },
	ReadReplicaDBInstanceIdentifiers: [],
};

const orders = {
	...usual,
	Engine: 'mysql',
	EngineVersion: '8.0.40',
	DBInstanceClass: 'db.r6g.2xlarge',
	AllocatedStorage: 800,
	MaxAllocatedStorage: 1600,
	StorageEncrypted: true,
	KmsKeyId: key('1f0d7a52-66c4-4c22-b8a0-0f6f2a3b9c77'),
	DBInstanceCreateTime: new Date('2021-02-09T11:00:00Z'),
	TagList: tags('shop'),
};

const card = {
	...usual,
	Engine: 'aurora-postgresql',
	EngineVersion: '16.6',
	DBInstanceClass: 'db.r7g.2xlarge',
	DBClusterIdentifier: 'cards-prod',
	// Members of a cluster have no storage of their own and say 1.
	AllocatedStorage: 1,
	StorageType: 'aurora',
	StorageEncrypted: true,
	KmsKeyId: key('e9b8c7d6-2f4a-4d1c-9b3e-5a6f7c8d9e01'),
	BackupRetentionPeriod: 35,
	MultiAZ: false,
	DBInstanceCreateTime: new Date('2022-09-19T08:30:00Z'),
	TagList: tags('payments'),
};

const instances = [
	{ ...card, DBInstanceIdentifier: 'cards-prod-1', DBInstanceArn: arn('db', 'cards-prod-1') },
	{ ...card, DBInstanceIdentifier: 'cards-prod-2', DBInstanceArn: arn('db', 'cards-prod-2') },
	{
		...usual,
		DBInstanceIdentifier: 'maintenance',
		DBInstanceArn: arn('db', 'maintenance'),
		Engine: 'postgres',
		EngineVersion: '16.4',
		DBInstanceClass: 'db.t4g.large',
		AllocatedStorage: 200,
		StorageType: 'gp2',
		StorageEncrypted: false,
		BackupRetentionPeriod: 7,
		MultiAZ: false,
		DeletionProtection: false,
		DBInstanceCreateTime: new Date('2020-11-03T14:10:00Z'),
		TagList: tags('plant-engineering'),
	},
	{
		...orders,
		DBInstanceIdentifier: 'orders-prod',
		DBInstanceArn: arn('db', 'orders-prod'),
		BackupRetentionPeriod: 14,
		MultiAZ: true,
		EnabledCloudwatchLogsExports: ['error', 'slowquery'],
		ReadReplicaDBInstanceIdentifiers: ['orders-prod-replica'],
	},
	{
		...orders,
		DBInstanceIdentifier: 'orders-prod-replica',
		DBInstanceArn: arn('db', 'orders-prod-replica'),
		BackupRetentionPeriod: 0,
		MultiAZ: false,
		ReadReplicaSourceDBInstanceIdentifier: 'orders-prod',
	},
];

const clusters = [
	{
		DBClusterIdentifier: 'cards-prod',
		DBClusterArn: arn('cluster', 'cards-prod'),
		Engine: 'aurora-postgresql',
		EngineVersion: '16.6',
		EngineMode: 'provisioned',
		Status: 'available',
		AllocatedStorage: 1,
		StorageType: 'aurora',
		StorageEncrypted: true,
		KmsKeyId: card.KmsKeyId,
		BackupRetentionPeriod: 35,
		MultiAZ: true,
		DeletionProtection: true,
		HttpEndpointEnabled: false,
		IAMDatabaseAuthenticationEnabled: true,
		ClusterCreateTime: card.DBInstanceCreateTime,
		DBClusterMembers: [
			{ DBInstanceIdentifier: 'cards-prod-1', IsClusterWriter: true, PromotionTier: 1 },
			{ DBInstanceIdentifier: 'cards-prod-2', IsClusterWriter: false, PromotionTier: 1 },
		],
		ReadReplicaIdentifiers: [],
		TagList: tags('payments'),
	},
];

/** What Amazon RDS answers about the recorded databases. */
export const rds: Answers = {
	DescribeDBInstances: (_, region) => ({ DBInstances: region === home ? instances : [] }),
	DescribeDBClusters: (_, region) => ({ DBClusters: region === home ? clusters : [] }),
	DescribeIntegrations: () => ({ Integrations: [] }),
};
