import { expect, test } from 'vitest';
import { efsFileSystem } from '../../../source/discovery/collectors/efs-file-system.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const arn = 'arn:aws:elasticfilesystem:eu-central-1:123456789012:file-system/fs-1';
const home = {
	FileSystemId: 'fs-1',
	FileSystemArn: arn,
	Name: 'home',
	SizeInBytes: { Value: 6e12, ValueInIA: 5e12, Timestamp: daysAgo(1) },
	Encrypted: true,
	KmsKeyId: 'arn:aws:kms:x:1:key/2',
	Tags: [{ Key: 'team', Value: 'research' }],
};
const listing = (...FileSystems: readonly object[]): Table => ({
	DescribeFileSystems: { FileSystems },
	DescribeKey: { KeyMetadata: { KeyManager: 'CUSTOMER' } },
	GetMetricData: { MetricDataResults: [] },
});

test('a file system is told with its metered size as of its own time; changes are at most what is written', async () => {
	const { sources, gaps } = await collect(efsFileSystem, {
		...listing(home),
		GetMetricData: metrics({ 'DataWriteIOBytes fs-1': [[daysAgo(1), 86.4e9]] }),
	});
	expect(gaps).toEqual([]);
	expect(sources.map(({ facts, ...rest }) => ({ ...rest, facts: valuesOf(facts) }))).toEqual([
		{
			id: arn,
			kind: 'efs-file-system',
			family: 'file',
			title: 'home (fs-1)',
			place: 'aws:123456789012:eu-central-1',
			account: '123456789012',
			region: 'eu-central-1',
			facts: {
				protocol: 'nfs',
				managed: 'efs',
				encrypted: true,
				key: 'customer',
				owner: 'research',
				volume: 6e12,
				change: 1e6,
			},
		},
	]);
	const { volume, change } = sources[0]?.facts ?? {};
	expect([volume?.at, change?.between]).toEqual([daysAgo(1).toISOString(), [0, 1e6]]);
});

test('what is not said stays open: size, name, and whose the key is', async () => {
	const { sources } = await collect(efsFileSystem, listing({ FileSystemId: 'fs-1', Encrypted: false }));
	expect(sources[0]?.title).toBe('fs-1');
	expect(sources[0]?.id).toBe(arn);
	expect(valuesOf(sources[0]?.facts)).toEqual({ protocol: 'nfs', managed: 'efs', encrypted: false, key: 'none' });
});

test('pages are asked with the marker that the answer calls the next, and denied metrics are a gap', async () => {
	const { sources, gaps, caller } = await collect(efsFileSystem, {
		DescribeKey: { KeyMetadata: { KeyManager: 'CUSTOMER' } },
		DescribeFileSystems: ({ input }) =>
			input.Marker === undefined
				? { FileSystems: [home], NextMarker: 'more' }
				: { FileSystems: [{ ...home, FileSystemArn: `${arn}2`, FileSystemId: 'fs-12' }] },
		GetMetricData: denied('cloudwatch:GetMetricData'),
	});
	expect(sources).toHaveLength(2);
	expect(caller.inputsOf('DescribeFileSystems').map(({ Marker }) => Marker)).toEqual([undefined, 'more']);
	expect(gaps.map(({ about, fact }) => [about, fact])).toEqual([
		[arn, 'change'],
		[`${arn}2`, 'change'],
	]);
});
