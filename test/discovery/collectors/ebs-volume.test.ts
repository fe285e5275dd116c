import { expect, test } from 'vitest';
import { ebsVolume } from '../../../source/discovery/collectors/ebs-volume.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import type { Table } from '../../peers/table-caller.ts';

const arn = 'arn:aws:ec2:eu-central-1:123456789012:volume';
const attached = (VolumeId: string, Size: number, Encrypted = true) => ({
	VolumeId,
	Size,
	Encrypted,
	Attachments: [{ InstanceId: 'i-1' }],
});
const listing = (...Volumes: readonly object[]): Table => ({
	DescribeVolumes: { Volumes },
	GetMetricData: { MetricDataResults: [] },
});
const told = async (table: Table) =>
	(await collect(ebsVolume, table)).sources.map(({ id, title, facts }) => [id, title, valuesOf(facts)]);

test('a disk that belongs to no server is told on its own, however small', async () => {
	const lost = {
		VolumeId: 'vol-1',
		Size: 20,
		Encrypted: false,
		Attachments: [],
		Tags: [{ Key: 'Name', Value: 'old' }],
	};
	expect(await told(listing(lost))).toEqual([
		[
			`${arn}/vol-1`,
			'old (vol-1), not attached',
			{ managed: 'other', encrypted: false, key: 'none', volume: 20 * 2 ** 30 },
		],
	]);
});

test('large disks are told on their own, the small ones of servers together, and encrypted only where all are', async () => {
	expect(await told(listing(attached('vol-1', 500), attached('vol-2', 499), attached('vol-3', 8, false)))).toEqual([
		[
			`${arn}/*`,
			'2 disks of servers, each below 500 GiB',
			{ managed: 'other', encrypted: false, volume: 507 * 2 ** 30 },
		],
		[`${arn}/vol-1`, 'vol-1', { managed: 'other', encrypted: true, volume: 500 * 2 ** 30 }],
	]);
});

test('size is a bound of what is on a disk, and writes are one of what changes', async () => {
	const { sources } = await collect(ebsVolume, {
		...listing(attached('vol-1', 1000)),
		GetMetricData: metrics({ 'VolumeWriteBytes vol-1': [[daysAgo(1), 8.64e9]] }),
	});
	const { volume, change } = sources[0]?.facts ?? {};
	expect([volume?.between, change?.value, change?.between]).toEqual([[0, 1000 * 2 ** 30], 1e5, [0, 1e5]]);
});

test('a fleet of 2,000 servers is one source, read in pages', async () => {
	const fleet = Array.from({ length: 2000 }, (_, index) => attached(`vol-${index}`, 30));
	const { sources, caller } = await collect(ebsVolume, {
		...listing(),
		DescribeVolumes({ input }) {
			const from = Number(input.NextToken ?? 0);
			const next = from + 500 < fleet.length ? String(from + 500) : undefined;
			return { Volumes: fleet.slice(from, from + 500), NextToken: next };
		},
	});
	expect(sources.map(({ title }) => title)).toEqual(['2000 disks of servers, each below 500 GiB']);
	expect(caller.inputsOf('DescribeVolumes')).toHaveLength(4);
});
