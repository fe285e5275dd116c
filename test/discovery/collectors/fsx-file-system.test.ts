import { expect, test } from 'vitest';
import { fsxFileSystem } from '../../../source/discovery/collectors/fsx-file-system.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import type { Table } from '../../peers/table-caller.ts';

const arn = 'arn:aws:fsx:eu-central-1:123456789012:file-system/fs-1';
const system = (FileSystemType: string, more: object = {}) => ({
	FileSystemId: 'fs-1',
	FileSystemType,
	StorageCapacity: 1000,
	ResourceARN: arn,
	Tags: [{ Key: 'Name', Value: 'images' }],
	...more,
});
const listing = (...FileSystems: readonly object[]): Table => ({
	DescribeFileSystems: { FileSystems },
	GetMetricData: metrics({
		'FreeStorageCapacity fs-1': [[daysAgo(0), 250 * 2 ** 30]],
		'UsedStorageCapacity fs-1': [[daysAgo(0), 400 * 2 ** 30]],
		'DataWriteBytes fs-1': [[daysAgo(1), 86.4e9]],
	}),
});
const gib = 2 ** 30;

test.each([
	['WINDOWS', 'capacity less what is free', { managed: 'fsx-windows', protocol: 'smb' }, 750 * gib, undefined],
	['OPENZFS', 'what is used', { managed: 'fsx-openzfs', protocol: 'nfs' }, 400 * gib, undefined],
	['ONTAP', 'its capacity at most', { managed: 'fsx-ontap' }, 1000 * gib, [0, 1000 * gib]],
	['LUSTRE', 'its capacity at most', { managed: 'fsx-lustre' }, 1000 * gib, [0, 1000 * gib]],
])('a file system of type %s holds %s', async (type, _, stated, volume, between) => {
	const { sources, gaps } = await collect(fsxFileSystem, listing(system(type)));
	expect(gaps).toEqual([]);
	expect(sources.map(({ id, kind, family, title }) => [id, kind, family, title])).toEqual([
		[arn, 'fsx-file-system', 'file', 'images (fs-1)'],
	]);
	expect(valuesOf(sources[0]?.facts)).toEqual({ ...stated, encrypted: true, volume, change: 1e6 });
	expect(sources[0]?.facts.volume?.between).toEqual(between);
});

test('a Lustre file system is linked to the bucket that it loads from and writes back to', async () => {
	const DataRepositoryConfiguration = { ImportPath: 's3://raw/images', ExportPath: 's3://results/' };
	const { links } = await collect(
		fsxFileSystem,
		listing(system('LUSTRE', { LustreConfiguration: { DataRepositoryConfiguration } }), system('ONTAP')),
	);
	expect(links).toEqual([
		{ from: 'arn:aws:s3:::raw', to: arn, by: arn },
		{ from: arn, to: 'arn:aws:s3:::results', by: arn },
	]);
});

test('a type that came after this program is a file system all the same', async () => {
	const { sources } = await collect(fsxFileSystem, {
		DescribeFileSystems: { FileSystems: [{ FileSystemId: 'fs-9', FileSystemType: 'CEPH' }] },
		GetMetricData: { MetricDataResults: [] },
	});
	expect(valuesOf(sources[0]?.facts)).toEqual({ managed: 'other', encrypted: true });
});
