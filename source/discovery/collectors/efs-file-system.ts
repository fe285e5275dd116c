import type { DescribeFileSystemsCommandOutput, FileSystemDescription } from '@aws-sdk/client-efs';
import { periods } from '../../facts/units.ts';
import { arnOf } from '../reading/arn.ts';
import { describeKey, type Locked, tellKeys } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { factsOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { ownerIn } from '../reading/tags.ts';
import { tellSource } from '../reading/tell-source.ts';
import { meanOf, tellChangeAtMost } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** No quota is published; 5 a second is what other tools live with. Checked 2026-11-22. */
const describeFileSystems = {
	service: 'efs',
	operation: 'DescribeFileSystems',
	action: 'elasticfilesystem:DescribeFileSystems',
	rate: 5,
	burst: 10,
	answers: 'FileSystems',
	why: 'Lists file systems with metered size and encryption.',
} as const;

const written: Metric = {
	namespace: 'AWS/EFS',
	name: 'DataWriteIOBytes',
	statistic: 'Sum',
	days: 7,
	why: 'Bytes written a day are at least the bytes of changed files.',
};

/** EFS file systems. Nothing is mounted, no file is listed. */
export const efsFileSystem: Collector = {
	title: 'EFS file systems',
	family: 'file',
	scope: 'region',
	calls: [describeFileSystems, describeKey, getMetricData],
	metrics: [written],
	async collect(reading) {
		const found: Series[] = [];
		const locked: Locked[] = [];
		const pages = listed<DescribeFileSystemsCommandOutput>(reading, describeFileSystems, {
			input: { MaxItems: 100 },
			token: 'Marker',
			next: ({ NextMarker }) => NextMarker,
		});
		for await (const { FileSystems = [] } of pages) {
			for (const system of FileSystems) {
				const id = tell(reading, system);
				locked.push({ id, key: system.KmsKeyId });
				const dimensions = { FileSystemId: system.FileSystemId ?? '' };
				found.push({ id, metric: written, dimensions, facts: ['change'] });
			}
		}
		const [points] = await Promise.all([readSeries(reading, found), tellKeys(reading, locked)]);
		for (const series of found) {
			const bytes = meanOf(reading, points, series);
			if (bytes !== undefined) tellChangeAtMost(reading, series.id, bytes / periods.day, written);
		}
	},
};

function tell(reading: Reading, system: FileSystemDescription): string {
	const { FileSystemId = '', FileSystemArn, Name, SizeInBytes: size } = system;
	const at = (size?.Timestamp ?? reading.now()).toISOString();
	return tellSource(reading, {
		id: FileSystemArn ?? arnOf(reading, 'elasticfilesystem', `file-system/${FileSystemId}`),
		kind: 'efs-file-system',
		family: 'file',
		title: Name ? `${Name} (${FileSystemId})` : FileSystemId,
		facts: {
			...measured(stated(system), { by: describeFileSystems, reading }),
			...factsOf({ volume: size?.Value }, 'efs:DescribeFileSystems SizeInBytes', at),
		},
	});
}

const stated = ({ Encrypted, Tags }: FileSystemDescription): Stated => ({
	protocol: 'nfs',
	managed: 'efs',
	encrypted: Encrypted,
	key: Encrypted === false ? 'none' : undefined,
	owner: ownerIn(Tags),
});
