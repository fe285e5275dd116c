import type { DescribeStreamSummaryCommandOutput, ListStreamsCommandOutput } from '@aws-sdk/client-kinesis';
import { hours } from '../../facts/units.ts';
import { arnOf } from '../reading/arn.ts';
import { type Detail, readDetail } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { keyNamed } from '../reading/keys.ts';
import { lastName, listed } from '../reading/listed.ts';
import { measured, type Stated } from '../reading/measured.ts';
import { getMetricData } from '../reading/metrics.ts';
import { measureStreams, type RateMetrics } from '../reading/stream-rates.ts';
import { tellSource } from '../reading/tell-source.ts';
import type { Collector } from './collector.ts';

/** 5 and 20 calls a second for an account in a region: Kinesis Data Streams quotas, 2026-11-22. */
const listStreams = {
	service: 'kinesis',
	operation: 'ListStreams',
	action: 'kinesis:ListStreams',
	rate: 5,
	burst: 5,
	answers: 'StreamNames',
	why: 'Lists streams.',
} as const;
const describeSummary = {
	service: 'kinesis',
	operation: 'DescribeStreamSummary',
	action: 'kinesis:DescribeStreamSummary',
	rate: 20,
	burst: 20,
	answers: 'StreamDescriptionSummary',
	why: 'Says capacity mode, retention, encryption and registered consumers of a stream.',
} as const;

const metrics: RateMetrics = {
	bytes: {
		namespace: 'AWS/Kinesis',
		name: 'IncomingBytes',
		statistic: 'Sum',
		days: 7,
		why: 'What is put into a stream a day.',
	},
	records: {
		namespace: 'AWS/Kinesis',
		name: 'IncomingRecords',
		statistic: 'Sum',
		days: 7,
		why: 'How many records are put a day, and so how large one is.',
	},
};

/** Kinesis data streams. What they hold is never read. */
export const kinesisStream: Collector = {
	title: 'Kinesis data streams',
	family: 'stream',
	scope: 'region',
	calls: [listStreams, describeSummary, getMetricData],
	metrics: [metrics.bytes, metrics.records],
	async collect(reading) {
		const found: { id: string; dimensions: { StreamName: string } }[] = [];
		const lane = atOnce(20);
		const pages = listed<ListStreamsCommandOutput>(reading, listStreams, {
			input: { Limit: 100 },
			token: 'ExclusiveStartStreamName',
			next: ({ HasMoreStreams, StreamNames }) => lastName(HasMoreStreams, StreamNames),
		});
		for await (const { StreamNames = [] } of pages) {
			for (const StreamName of StreamNames) {
				const id = tellSource(reading, {
					id: arnOf(reading, 'kinesis', `stream/${StreamName}`),
					kind: 'kinesis-stream',
					family: 'stream',
					title: StreamName,
					facts: measured(always, { by: listStreams, reading }),
				});
				found.push({ id, dimensions: { StreamName } });
				await lane.add(() => readDetail(reading, summary, { id, input: { StreamName } }));
			}
		}
		await Promise.all([lane.done(), measureStreams(reading, metrics, found)]);
	},
};

const always = { protocol: 'kinesis', managed: 'kinesis', updates: 'append' } as const satisfies Stated;

const summary: Detail<DescribeStreamSummaryCommandOutput> = {
	call: describeSummary,
	facts: ['stream.mode', 'retention', 'encrypted', 'key', 'consumers'],
	read({ StreamDescriptionSummary: stream }) {
		const { RetentionPeriodHours: kept, EncryptionType: encryption, ConsumerCount: registered } = stream ?? {};
		const mode = stream?.StreamModeDetails?.StreamMode;
		return {
			'stream.mode': mode && (mode === 'ON_DEMAND' ? 'on-demand' : 'provisioned'),
			retention: kept === undefined ? undefined : hours(kept),
			encrypted: encryption && encryption === 'KMS',
			key: encryption === 'NONE' ? 'none' : keyNamed(stream?.KeyId),
			// Readers that share the shards do not register: none registered does not mean none.
			consumers: registered || undefined,
		};
	},
	absent: { ResourceNotFoundException: {} },
};
