import { kibibytes, kilobytes, months } from '../../facts/units.ts';
import { defineFormula } from '../define-formula.ts';

const limits = 'docs/streams/latest/dev/service-sizes-and-limits.html';

/** Records a second: capacity, and what is billed when each record is rounded up. */
export const streams = {
	shards: defineFormula({
		title: 'Shards',
		inputs: ['records', 'record.size', 'consumers'],
		settings: { bytesIn: kibibytes(1024), recordsIn: 1000, bytesOut: kibibytes(2048) },
		unit: 'count',
		text: 'largest(bytes in / 1 MiB, records / 1,000, bytes in x consumers / 2 MiB), each rounded up',
		source: limits,
		compute: ([records, size, consumers], { bytesIn, recordsIn, bytesOut }) =>
			Math.max(
				1,
				Math.ceil((records * size) / bytesIn),
				Math.ceil(records / recordsIn),
				Math.ceil((records * size * consumers) / bytesOut),
			),
		// 30 TB a day in records of 1 KB: 340 by bytes with two consumers would be 332; records a second ask for more.
		example: { inputs: [339_000, 1024, 2], gives: 339 },
	}),
	deliveryBilled: defineFormula({
		title: 'Bytes a month that delivery bills',
		inputs: ['records', 'record.size'],
		settings: { step: kibibytes(5) },
		unit: 'bytes',
		text: 'records a second x size rounded up to 5 KB x month',
		source: 'aws.amazon.com/de/kinesis/data-firehose/pricing',
		compute: ([records, size], { step }) => records * Math.ceil(size / step) * step * months(1),
		example: { inputs: [1, kilobytes(2)], gives: 5120 * 2_628_000 },
	}),
	streamBilled: defineFormula({
		title: 'Bytes a month that a stream bills',
		inputs: ['records', 'record.size'],
		settings: { step: kibibytes(1) },
		unit: 'bytes',
		text: 'records a second x size rounded up to 1 KB x month',
		source: 'aws.amazon.com/kinesis/data-streams/pricing',
		compute: ([records, size], { step }) => records * Math.ceil(size / step) * step * months(1),
		example: { inputs: [1000, 1024], gives: 1000 * 1024 * 2_628_000 },
	}),
} as const;
