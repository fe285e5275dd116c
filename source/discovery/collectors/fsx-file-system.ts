import type { DescribeFileSystemsCommandOutput, FileSystem, FileSystemType } from '@aws-sdk/client-fsx';
import { gibibytes, periods } from '../../facts/units.ts';
import { arnOf, bucketIn } from '../reading/arn.ts';
import { listed } from '../reading/listed.ts';
import { atMostOf, factsOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { partitionOf } from '../reading/place.ts';
import { ownerIn } from '../reading/tags.ts';
import { tellSource } from '../reading/tell-source.ts';
import { meanOf, newestOf, tellChangeAtMost } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const describeFileSystems = {
	service: 'fsx',
	operation: 'DescribeFileSystems',
	action: 'fsx:DescribeFileSystems',
	rate: 5,
	burst: 10,
	answers: 'FileSystems',
	why: 'Lists file systems with type, capacity and linked buckets.',
} as const;

const common = { namespace: 'AWS/FSx', days: 7 } as const;
const written: Metric = {
	...common,
	name: 'DataWriteBytes',
	statistic: 'Sum',
	why: 'Bytes written a day are at least the bytes of changed files.',
};
const free: Metric = {
	...common,
	name: 'FreeStorageCapacity',
	statistic: 'Average',
	why: 'What Windows file servers have left of their capacity.',
};
const used: Metric = {
	...common,
	name: 'UsedStorageCapacity',
	statistic: 'Average',
	why: 'What files take on OpenZFS.',
};

/** What each type is called, how it is read and which metric shows what it holds; Lustre and ONTAP only say their capacity. */
const types: Readonly<Partial<Record<FileSystemType, { readonly stated: Stated; readonly metric?: Metric }>>> = {
	WINDOWS: { stated: { managed: 'fsx-windows', protocol: 'smb' }, metric: free },
	OPENZFS: { stated: { managed: 'fsx-openzfs', protocol: 'nfs' }, metric: used },
	ONTAP: { stated: { managed: 'fsx-ontap' } },
	LUSTRE: { stated: { managed: 'fsx-lustre' } },
};

/** FSx file systems; for Lustre also the bucket that it caches. Nothing is mounted, no file is listed. */
export const fsxFileSystem: Collector = {
	title: 'FSx file systems',
	family: 'file',
	scope: 'region',
	calls: [describeFileSystems, getMetricData],
	metrics: [written, free, used],
	async collect(reading) {
		const found: Row[] = [];
		const pages = listed<DescribeFileSystemsCommandOutput>(reading, describeFileSystems, {
			input: { MaxResults: 100 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { FileSystems = [] } of pages) for (const system of FileSystems) found.push(tell(reading, system));
		await measure(reading, found);
	},
};

/** A file system with its series. Capacity in bytes. */
interface Row {
	readonly id: string;
	readonly capacity: number;
	readonly written: Series;
	readonly held?: Series;
}

function tell(reading: Reading, system: FileSystem): Row {
	const { FileSystemId = '', ResourceARN, FileSystemType: type, StorageCapacity = 0, Tags } = system;
	const name = Tags?.find(({ Key }) => Key === 'Name')?.Value;
	const { stated = { managed: 'other' }, metric } = (type && types[type]) ?? {};
	const capacity = gibibytes(StorageCapacity);
	const facts = measured({ ...stated, encrypted: true, owner: ownerIn(Tags) }, { by: describeFileSystems, reading });
	const evidence = 'fsx:DescribeFileSystems StorageCapacity';
	const id = tellSource(reading, {
		id: ResourceARN ?? arnOf(reading, 'fsx', `file-system/${FileSystemId}`),
		kind: 'fsx-file-system',
		family: 'file',
		title: name ? `${name} (${FileSystemId})` : FileSystemId,
		facts: {
			...facts,
			...(capacity ? atMostOf('volume', capacity, { evidence, at: reading.now().toISOString() }) : {}),
		},
	});
	tellLinks(reading, id, system);
	const dimensions = { FileSystemId };
	return {
		id,
		capacity,
		written: { id, metric: written, dimensions, facts: ['change'] },
		...(metric === undefined ? {} : { held: { id, metric, dimensions, facts: ['volume'] } }),
	};
}

/** Lustre file systems may load from a bucket, and write back to it. */
function tellLinks({ emit, region }: Reading, id: string, { LustreConfiguration: lustre }: FileSystem): void {
	const { ImportPath, ExportPath } = lustre?.DataRepositoryConfiguration ?? {};
	const [loads, writes] = [ImportPath, ExportPath].map((path) =>
		bucketIn(`arn:${partitionOf(region)}:s3:::${path?.replace(/^s3:\/\//, '') ?? ''}`),
	);
	if (loads) emit.link({ from: loads.id, to: id, by: id });
	if (writes) emit.link({ from: id, to: writes.id, by: id });
}

async function measure(reading: Reading, rows: readonly Row[]): Promise<void> {
	const points = await readSeries(
		reading,
		rows.flatMap(({ written, held }) => (held ? [written, held] : [written])),
	);
	for (const { id, capacity, held, ...row } of rows) {
		const bytes = meanOf(reading, points, row.written);
		if (bytes !== undefined) tellChangeAtMost(reading, id, bytes / periods.day, written);
		const newest = held && newestOf(points, held);
		if (newest === undefined || held === undefined) continue;
		const leftOver = held.metric === free;
		const volume = leftOver ? Math.max(0, capacity - newest.value) : newest.value;
		const evidence = `${leftOver ? 'fsx:DescribeFileSystems StorageCapacity less ' : ''}cloudwatch ${held.metric.name}`;
		reading.emit.facts(id, factsOf({ volume }, evidence, newest.at.toISOString()));
	}
}
