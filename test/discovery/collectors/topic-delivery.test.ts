import { expect, test } from 'vitest';
import { topicDelivery } from '../../../source/discovery/collectors/topic-delivery.ts';
import { collect } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const clusters = { ListClustersV2: { ClusterInfoList: [{ ClusterArn: 'arn:kafka' }] } };
const channel = (more: object) => ({
	ChannelArn: 'arn:channel',
	Status: 'ACTIVE',
	TopicConfigurationList: [{ TopicArn: 'arn:topic-a' }, { TopicArn: 'arn:topic-b' }],
	...more,
});

test('a delivery is a link from each of its topics, to a bucket or a catalogue', async () => {
	const to = async (more: object) => {
		const { links } = await collect(topicDelivery, {
			...clusters,
			ListChannels: { Channels: [{ ChannelArn: 'arn:channel' }] },
			DescribeChannel: channel(more),
		});
		return links.map((link) => `${link.from} ${link.to} ${link.age?.value}`);
	};
	const objects = { DataFreshnessInSeconds: 600, Storage: { BucketArn: 'arn:aws:s3:::lake' } };
	expect(await to({ S3DestinationConfiguration: objects })).toEqual([
		'arn:topic-a arn:aws:s3:::lake 600',
		'arn:topic-b arn:aws:s3:::lake 600',
	]);
	expect(await to({ IcebergDestinationConfiguration: { Catalog: { CatalogArn: 'arn:catalog' } } })).toEqual([
		'arn:topic-a arn:catalog undefined',
		'arn:topic-b arn:catalog undefined',
	]);
	expect(await to({ S3DestinationConfiguration: objects, Status: 'SUSPENDED' })).toEqual([]);
});

test('a region without clusters asks no more; denied deliveries are a gap', async () => {
	const none = await collect(topicDelivery, { ListClustersV2: { ClusterInfoList: [] } });
	expect(none.caller.asked).toEqual(['eu-central-1 ListClustersV2']);
	const untold = await collect(topicDelivery, { ...clusters, ListChannels: denied('kafka:ListChannels') });
	expect(untold.gaps.map(({ action }) => action)).toEqual(['kafka:ListChannels']);
});
