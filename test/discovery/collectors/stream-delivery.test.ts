import { expect, test } from 'vitest';
import { streamDelivery } from '../../../source/discovery/collectors/stream-delivery.ts';
import { collect } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const listing = { ListChannels: { ChannelSummaries: [{ ChannelARN: 'arn:channel' }] } };
const channel = (more: object) => ({
	ChannelDescription: {
		ChannelStatus: 'ACTIVE',
		StreamConfigurationList: [{ StreamARN: 'arn:taps' }],
		...more,
	},
});
const objects = {
	S3DestinationConfiguration: {
		DataFreshnessInSeconds: 300,
		StorageConfiguration: { BucketARN: 'arn:aws:s3:::lake' },
	},
};

test('a delivery to objects is a link whose copy is at most as old as the delivery waits', async () => {
	const { links } = await collect(streamDelivery, { ...listing, DescribeChannel: channel(objects) });
	expect(links).toEqual([
		{
			from: 'arn:taps',
			to: 'arn:aws:s3:::lake',
			by: 'arn:channel',
			age: {
				value: 300,
				from: 'measured',
				evidence: 'kinesis:DescribeChannel DataFreshnessInSeconds, a bound above',
				at: '2026-11-25T09:00:00.000Z',
				between: [0, 300],
			},
		},
	]);
});

test('a delivery to tables leads to their bucket', async () => {
	const { links } = await collect(streamDelivery, {
		...listing,
		DescribeChannel: channel({
			S3TablesDestinationConfiguration: {
				DataFreshnessInSeconds: 900,
				S3TablesConfigurationList: [{ TableBucketARN: 'arn:tables' }],
			},
		}),
	});
	expect(links.map(({ to, age }) => [to, age?.value])).toEqual([['arn:tables', 900]]);
});

test('one that is not active carries nothing, and a denied one is a gap', async () => {
	const off = await collect(streamDelivery, {
		...listing,
		DescribeChannel: channel({ ...objects, ChannelStatus: 'FAILED' }),
	});
	expect([off.links, off.gaps]).toEqual([[], []]);
	const untold = await collect(streamDelivery, { ...listing, DescribeChannel: denied('kinesis:DescribeChannel') });
	expect(untold.gaps.map(({ action }) => action)).toEqual(['kinesis:DescribeChannel']);
});
