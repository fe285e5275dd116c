import { type Asking, namesOf, type Seeded } from './seeded.ts';

type Detail = (asking: Asking, seeded: Seeded) => Readonly<Record<string, unknown>>;

const day = 86_400_000;
/** Seconds on the wire, a date in the SDK's own shape. */
const timeOf = (time: unknown): number => (time instanceof Date ? time.getTime() : Number(time) * 1000);

/** What AWS says of one thing, by the service and operation that tells it. */
const details: Readonly<Record<string, Detail>> = {
	'sts:GetCallerIdentity': (_, { account }) => ({
		Account: account,
		Arn: `arn:aws:iam::${account}:user/reader`,
		UserId: 'A',
	}),
	's3:GetBucketEncryption': () => ({
		ServerSideEncryptionConfiguration: {
			Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
		},
	}),
	's3:GetBucketVersioning': () => ({ Status: 'Enabled' }),
	's3:GetBucketLifecycleConfiguration': () => ({
		Rules: [{ ID: 'old', Status: 'Enabled', Prefix: '', Expiration: { Days: 400 } }],
	}),
	's3:GetBucketTagging': () => ({ TagSet: [{ Key: 'owner', Value: 'Plant & <Mill>' }] }),
	's3:GetPublicAccessBlock': () => ({
		PublicAccessBlockConfiguration: {
			BlockPublicAcls: true,
			IgnorePublicAcls: true,
			BlockPublicPolicy: true,
			RestrictPublicBuckets: true,
		},
	}),
	's3:GetBucketPolicyStatus': () => ({ PolicyStatus: { IsPublic: false } }),
	'dynamodb:DescribeTable': ({ input }) => ({
		Table: {
			TableName: input.TableName,
			TableSizeBytes: 5e9,
			ItemCount: 1e6,
			CreationDateTime: new Date('2024-05-01T00:00:00Z'),
			StreamSpecification: { StreamEnabled: true },
		},
	}),
	'dynamodb:DescribeContinuousBackups': () => ({
		ContinuousBackupsDescription: {
			ContinuousBackupsStatus: 'ENABLED',
			PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' },
		},
	}),
	'kinesis:DescribeStreamSummary': ({ input }) => ({
		StreamDescriptionSummary: {
			StreamName: input.StreamName,
			StreamStatus: 'ACTIVE',
			RetentionPeriodHours: 24,
			OpenShardCount: 2,
			EncryptionType: 'KMS',
			KeyId: 'alias/aws/kinesis',
		},
	}),
	'firehose:DescribeDeliveryStream': ({ input }) => ({
		DeliveryStreamDescription: {
			DeliveryStreamName: input.DeliveryStreamName,
			DeliveryStreamType: 'DirectPut',
			Destinations: [{ DestinationId: 'd', ExtendedS3DestinationDescription: { BucketARN: 'arn:aws:s3:::lake' } }],
		},
	}),
	'opensearch:DescribeDomains': ({ input }) => ({
		DomainStatusList: (input.DomainNames as readonly string[]).map((DomainName) => ({
			DomainName,
			EngineVersion: 'OpenSearch_2.19',
			EBSOptions: { EBSEnabled: true, VolumeSize: 100 },
			ClusterConfig: { InstanceCount: 3 },
			EncryptionAtRestOptions: { Enabled: true },
		})),
	}),
	'iot:GetTopicRule': ({ input, region }, { account }) => ({
		ruleArn: `arn:aws:iot:${region}:${account}:rule/${String(input.ruleName)}`,
		rule: {
			ruleName: input.ruleName,
			sql: "SELECT * FROM 'plant/#'",
			actions: [{ s3: { bucketName: 'lake', key: 'k', roleArn: 'r' } }],
		},
	}),
	'cloudwatch:ListMetrics': (asking, seeded) => ({
		Metrics: namesOf(seeded, 's3:ListBuckets', asking.region).map((Value) => ({
			Namespace: 'AWS/S3',
			MetricName: 'BucketSizeBytes',
			Dimensions: [
				{ Name: 'BucketName', Value },
				{ Name: 'StorageType', Value: 'StandardStorage' },
			],
		})),
	}),
	'cloudwatch:GetMetricData': ({ input }) => ({
		MetricDataResults: (input.MetricDataQueries as readonly { Id: string }[]).map(({ Id }) => ({
			Id,
			StatusCode: 'Complete',
			Timestamps: [2, 3, 4].map((days) => new Date(timeOf(input.EndTime) - days * day)),
			Values: [3e9, 2e9, 1e9],
		})),
	}),
};

export function detailOf(seeded: Seeded, asking: Asking): Readonly<Record<string, unknown>> | undefined {
	return details[`${asking.service}:${asking.operation}`]?.(asking, seeded);
}
