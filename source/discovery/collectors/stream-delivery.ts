import type {
	ChannelDescription,
	DescribeChannelCommandOutput,
	ListChannelsCommandOutput,
} from '@aws-sdk/client-kinesis';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { agedAtMost } from '../reading/copy-age.ts';
import { listed } from '../reading/listed.ts';
import type { Collector, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'kinesis', rate: 5, burst: 5 } as const;
const listChannels = {
	...usual,
	operation: 'ListChannels',
	action: 'kinesis:ListChannels',
	answers: 'ChannelSummaries',
	why: 'Lists deliveries that streams make by themselves.',
} as const;
const describeChannel = {
	...usual,
	operation: 'DescribeChannel',
	action: 'kinesis:DescribeChannel',
	answers: 'ChannelDescription',
	why: 'Says to which bucket or table a stream delivers, and how late at most.',
} as const;

/** Deliveries of Kinesis streams: a link from the stream to the bucket or the table that it writes by itself. */
export const streamDelivery: Collector = {
	title: 'Kinesis stream deliveries',
	family: 'stream',
	scope: 'region',
	calls: [listChannels, describeChannel],
	async collect(reading) {
		const lane = atOnce(5);
		const pages = listed<ListChannelsCommandOutput>(reading, listChannels, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { ChannelSummaries = [] } of pages) {
			for (const { ChannelARN = '' } of ChannelSummaries) {
				reading.emit.seen(ChannelARN);
				await lane.add(() => describe(reading, ChannelARN));
			}
		}
		await lane.done();
	},
};

async function describe(reading: Reading, ChannelARN: string): Promise<void> {
	const { region, cell } = reading;
	try {
		const answer = await ask<DescribeChannelCommandOutput>(reading, describeChannel, { ChannelARN });
		if (answer.ChannelDescription) tell(reading, ChannelARN, answer.ChannelDescription);
	} catch (error) {
		tellGaps(reading, { error, call: describeChannel, region, about: [cell], facts: [] });
	}
}

/** A channel that is not active yet, or no more, is only counted. */
function tell(reading: Reading, by: string, channel: ChannelDescription): void {
	const { S3DestinationConfiguration: objects, S3TablesDestinationConfiguration: tables, ChannelStatus } = channel;
	if (ChannelStatus !== 'ACTIVE' && ChannelStatus !== 'UPDATING') return;
	const to = [
		objects?.StorageConfiguration?.BucketARN,
		...(tables?.S3TablesConfigurationList ?? []).map(({ TableBucketARN }) => TableBucketARN),
	].flatMap((arn) => arn ?? []);
	const late = objects?.DataFreshnessInSeconds ?? tables?.DataFreshnessInSeconds;
	const age = agedAtMost(reading, late, 'kinesis:DescribeChannel DataFreshnessInSeconds');
	for (const { StreamARN: from } of channel.StreamConfigurationList ?? []) {
		if (from) for (const end of to) reading.emit.link({ from, to: end, by, ...age });
	}
}
