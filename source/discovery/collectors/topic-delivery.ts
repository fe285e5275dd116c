import type {
	DescribeChannelCommandOutput,
	ListChannelsCommandOutput,
	ListClustersV2CommandOutput,
} from '@aws-sdk/client-kafka';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { agedAtMost } from '../reading/copy-age.ts';
import { listed } from '../reading/listed.ts';
import type { Collector, Reading } from './collector.ts';
import { listClusters } from './msk-cluster.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-28. */
const usual = { service: 'kafka', rate: 5, burst: 10 } as const;
const listChannels = {
	...usual,
	operation: 'ListChannels',
	action: 'kafka:ListChannels',
	why: 'Lists deliveries that a cluster makes by itself.',
} as const;
const describeChannel = {
	...usual,
	operation: 'DescribeChannel',
	action: 'kafka:DescribeChannel',
	answers: 'ChannelArn',
	why: 'Says to which bucket or catalogue topics are delivered, and how late at most.',
} as const;

/** Deliveries of MSK topics: a link from the topic to the bucket or the catalogue that its cluster writes by itself. */
export const topicDelivery: Collector = {
	title: 'MSK topic deliveries',
	family: 'stream',
	scope: 'region',
	calls: [listClusters, listChannels, describeChannel],
	async collect(reading) {
		const lane = atOnce(5);
		const clusters = listed<ListClustersV2CommandOutput>(reading, listClusters, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { ClusterInfoList = [] } of clusters) {
			for (const { ClusterArn } of ClusterInfoList) await lane.add(() => readCluster(reading, ClusterArn));
		}
		await lane.done();
	},
};

async function readCluster(reading: Reading, ClusterArn: string | undefined): Promise<void> {
	const { region, cell } = reading;
	try {
		const pages = listed<ListChannelsCommandOutput>(reading, listChannels, {
			input: { ClusterArn, MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { Channels = [] } of pages) {
			for (const { ChannelArn = '' } of Channels) {
				reading.emit.seen(ChannelArn);
				await describe(reading, ClusterArn, ChannelArn);
			}
		}
	} catch (error) {
		tellGaps(reading, { error, call: listChannels, region, about: [cell], facts: [] });
	}
}

async function describe(reading: Reading, ClusterArn: string | undefined, by: string): Promise<void> {
	const { region, cell, emit } = reading;
	try {
		const input = { ClusterArn, ChannelArn: by };
		const channel = await ask<DescribeChannelCommandOutput>(reading, describeChannel, input);
		const { S3DestinationConfiguration: objects, IcebergDestinationConfiguration: tables } = channel;
		if (channel.Status !== 'ACTIVE' && channel.Status !== 'UPDATING') return;
		const to = objects?.Storage?.BucketArn ?? tables?.Catalog?.CatalogArn;
		const late = objects?.DataFreshnessInSeconds ?? tables?.DataFreshnessInSeconds;
		const age = agedAtMost(reading, late, 'kafka:DescribeChannel DataFreshnessInSeconds');
		for (const { TopicArn: from } of channel.TopicConfigurationList ?? []) {
			if (from && to) emit.link({ from, to, by, ...age });
		}
	} catch (error) {
		tellGaps(reading, { error, call: describeChannel, region, about: [cell], facts: [] });
	}
}
