import { type Answers, account, home, named, refusal } from '../recording.ts';

const telemetry = {
	StreamName: 'machine-telemetry',
	StreamARN: `arn:aws:kinesis:${home}:${account}:stream/machine-telemetry`,
	StreamStatus: 'ACTIVE',
	StreamModeDetails: { StreamMode: 'ON_DEMAND' },
	RetentionPeriodHours: 24,
	StreamCreationTimestamp: new Date('2024-03-18T08:20:00Z'),
	EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
	EncryptionType: 'KMS',
	KeyId: 'alias/aws/kinesis',
	OpenShardCount: 4,
	ConsumerCount: 0,
};

/** What Amazon Kinesis answers about the stream of the plant. */
export const kinesis: Answers = {
	ListStreams: (_, region) => ({
		StreamNames: region === home ? [telemetry.StreamName] : [],
		HasMoreStreams: false,
	}),
	ListChannels: () => ({ ChannelSummaries: [] }),
	DescribeChannel(input) {
		throw refusal('ResourceNotFoundException', `Channel ${named(input, 'ChannelARN')} not found.`, 400);
	},
	DescribeStreamSummary(input) {
		if (named(input, 'StreamName') === telemetry.StreamName) return { StreamDescriptionSummary: telemetry };
		throw refusal('ResourceNotFoundException', `Stream ${named(input, 'StreamName')} not found.`, 400);
	},
};
