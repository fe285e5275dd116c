import type { DescribeVolumesCommandOutput, Volume } from '@aws-sdk/client-ec2';
import { gibibytes, periods } from '../../facts/units.ts';
import { arnOf } from '../reading/arn.ts';
import { describeKey, type Locked, tellKeys } from '../reading/keys.ts';
import { listed } from '../reading/listed.ts';
import { atMostOf, measured, type Stated } from '../reading/measured.ts';
import { getMetricData, readSeries, type Series } from '../reading/metrics.ts';
import { ownerIn } from '../reading/tags.ts';
import { tellSource } from '../reading/tell-source.ts';
import { meanOf, tellChangeAtMost } from '../reading/week.ts';
import type { Collector, Metric, Reading } from './collector.ts';

/** A bucket of 100 that is filled by 20 a second for lists with pages: EC2 API throttling, 2026-11-22. */
const describeVolumes = {
	service: 'ec2',
	operation: 'DescribeVolumes',
	action: 'ec2:DescribeVolumes',
	rate: 20,
	burst: 100,
	answers: 'Volumes',
	why: 'Lists disks of servers with size, encryption and what they are attached to.',
} as const;

const written: Metric = {
	namespace: 'AWS/EBS',
	name: 'VolumeWriteBytes',
	statistic: 'Sum',
	days: 7,
	why: 'Bytes written a day are at least the bytes that changed.',
};

/** GiB from which an attached disk is told on its own: smaller ones mostly hold a system, not data. */
const large = 500;

/**
EBS volumes: those that belong to no server, and large ones, each on its own; the smaller disks of servers in use are one
source together. What stands on a disk is never read.
*/
export const ebsVolume: Collector = {
	title: 'EBS volumes',
	family: 'block',
	scope: 'region',
	calls: [describeVolumes, describeKey, getMetricData],
	metrics: [written],
	async collect(reading) {
		const found: Series[] = [];
		const locked: Locked[] = [];
		const small: Volume[] = [];
		const pages = listed<DescribeVolumesCommandOutput>(reading, describeVolumes, {
			input: { MaxResults: 500 },
			token: 'NextToken',
			next: ({ NextToken }) => NextToken,
		});
		for await (const { Volumes = [] } of pages) {
			for (const volume of Volumes) {
				const { Attachments = [], Size = 0, VolumeId = '' } = volume;
				if (Attachments.length > 0 && Size < large) small.push(volume);
				else {
					const id = tell(reading, volume);
					found.push({ id, metric: written, dimensions: { VolumeId }, facts: ['change'] });
					locked.push({ id, key: volume.KmsKeyId });
				}
			}
		}
		if (small.length > 0) tellTogether(reading, small);
		const [points] = await Promise.all([readSeries(reading, found), tellKeys(reading, locked)]);
		for (const series of found) {
			const bytes = meanOf(reading, points, series);
			if (bytes !== undefined) tellChangeAtMost(reading, series.id, bytes / periods.day, written);
		}
	},
};

function tell(reading: Reading, { VolumeId = '', Attachments = [], Encrypted, Size, Tags }: Volume): string {
	const name = Tags?.find(({ Key }) => Key === 'Name')?.Value;
	const title = name ? `${name} (${VolumeId})` : VolumeId;
	return tellDisk(reading, {
		id: arnOf(reading, 'ec2', `volume/${VolumeId}`),
		title: Attachments.length === 0 ? `${title}, not attached` : title,
		size: Size,
		stated: { encrypted: Encrypted, key: Encrypted === false ? 'none' : undefined, owner: ownerIn(Tags) },
	});
}

/** Encrypted where all are; the smallest number of sources that still says how much stands there. */
function tellTogether(reading: Reading, volumes: readonly Volume[]): void {
	const encrypted = volumes.every(({ Encrypted }) => Encrypted === true);
	tellDisk(reading, {
		id: arnOf(reading, 'ec2', 'volume/*'),
		title: `${volumes.length} disk${volumes.length === 1 ? '' : 's'} of servers, each below ${large} GiB`,
		size: volumes.reduce((sum, { Size = 0 }) => sum + Size, 0),
		stated: { encrypted },
	});
}

/** Hands over a disk of so many GiB, which holds at most that. */
function tellDisk(
	reading: Reading,
	{ id, title, size, stated }: { id: string; title: string; size: number | undefined; stated: Stated },
): string {
	const at = reading.now().toISOString();
	return tellSource(reading, {
		id,
		kind: 'ebs-volume',
		family: 'block',
		title,
		facts: {
			...measured({ managed: 'other', ...stated }, { by: describeVolumes, reading }),
			...(size ? atMostOf('volume', gibibytes(size), { evidence: 'ec2:DescribeVolumes Size', at }) : {}),
		},
	});
}
