import { gigabytes } from '../../../facts/units.ts';
import { type Answers, account, home, key, named, recordedAt, refusal } from '../recording.ts';

const profiles = {
	TableName: 'customer-profiles',
	TableArn: `arn:aws:dynamodb:${home}:${account}:table/customer-profiles`,
	TableId: '5f0b3a9e-6d1b-4a38-9a2c-7c1f2f0d4e88',
	TableStatus: 'ACTIVE',
	CreationDateTime: new Date('2021-04-27T09:00:00Z'),
	AttributeDefinitions: [
		{ AttributeName: 'customerId', AttributeType: 'S' },
		{ AttributeName: 'email', AttributeType: 'S' },
	],
	KeySchema: [{ AttributeName: 'customerId', KeyType: 'HASH' }],
	GlobalSecondaryIndexes: [
		{
			IndexName: 'by-email',
			IndexStatus: 'ACTIVE',
			IndexSizeBytes: gigabytes(7.1),
			ItemCount: 118_400_000,
			KeySchema: [{ AttributeName: 'email', KeyType: 'HASH' }],
			Projection: { ProjectionType: 'KEYS_ONLY' },
		},
	],
	TableSizeBytes: gigabytes(64.2),
	ItemCount: 118_400_000,
	BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
	TableClassSummary: { TableClass: 'STANDARD' },
	SSEDescription: { Status: 'ENABLED', SSEType: 'KMS', KMSMasterKeyArn: key('4c3b2a19-0f8e-4d7c-a6b5-94837261f0e1') },
	DeletionProtectionEnabled: true,
};

/** What Amazon DynamoDB answers about the recorded table. */
export const dynamodb: Answers = {
	ListTables: (_, region) => ({ TableNames: region === home ? [profiles.TableName] : [] }),
	DescribeTable: (input) => ({ Table: tableOf(input) }),
	DescribeContinuousBackups(input) {
		tableOf(input);
		return {
			ContinuousBackupsDescription: {
				ContinuousBackupsStatus: 'ENABLED',
				PointInTimeRecoveryDescription: {
					PointInTimeRecoveryStatus: 'ENABLED',
					RecoveryPeriodInDays: 35,
					EarliestRestorableDateTime: new Date(recordedAt.getTime() - 35 * 86_400_000),
					LatestRestorableDateTime: new Date(recordedAt.getTime() - 300_000),
				},
			},
		};
	},
};

function tableOf(input: Readonly<Record<string, unknown>>) {
	if (named(input, 'TableName') === profiles.TableName) return profiles;
	throw refusal('ResourceNotFoundException', `Requested resource not found: Table: ${named(input, 'TableName')}`, 400);
}
