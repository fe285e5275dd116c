import { bytesPer, kibibytes, kilobytes, megabytes, minutes, months, terabytes } from '../../facts/units.ts';
import { defineFormula } from '../define-formula.ts';

const limits = 'docs/streams/latest/dev/service-sizes-and-limits.html';

/** What flows: how much capacity it needs, how long it is collected, and what is billed when each record is rounded up. */
export const streams = {
	shards: defineFormula({
		title: 'Shards',
		inputs: ['change', 'record.size', 'consumers'],
		// A quarter on top of the mean, since one shard too few throttles.
		settings: { bytesIn: kibibytes(1024), recordsIn: 1000, bytesOut: kibibytes(2048), headroom: 1.25 },
		unit: 'count',
		text: 'largest(bytes in / 1 MiB, records / 1,000, bytes in x consumers / 2 MiB) x 1.25, rounded up',
		source: limits,
		compute: ([bytes, size, consumers], { bytesIn, recordsIn, bytesOut, headroom }) => {
			const most = Math.max(bytes / bytesIn, bytes / size / recordsIn, (bytes * consumers) / bytesOut);
			return Math.max(1, Math.ceil(most * headroom));
		},
		// 30 TB a day in records of 1 KiB, two consumers: records a second decide.
		example: { inputs: [bytesPer(terabytes(30), 'day'), 1024, 2], settings: { headroom: 1 }, gives: 340 },
	}),
	deliveryBilled: defineFormula({
		title: 'Bytes a month that delivery bills',
		inputs: ['change', 'record.size'],
		settings: { step: kibibytes(5) },
		unit: 'bytes',
		text: 'new data a second / size of a record x that size rounded up to 5 KB x month',
		source: 'aws.amazon.com/de/kinesis/data-firehose/pricing',
		compute: ([bytes, size], { step }) => (bytes / size) * Math.ceil(size / step) * step * months(1),
		example: { inputs: [kilobytes(2), kilobytes(2)], gives: 5120 * 2_628_000 },
	}),
	streamBilled: defineFormula({
		title: 'Bytes a month that a stream bills',
		inputs: ['change', 'record.size'],
		settings: { step: kibibytes(1) },
		unit: 'bytes',
		text: 'new data a second / size of a record x that size rounded up to 1 KB x month',
		source: 'aws.amazon.com/kinesis/data-streams/pricing',
		compute: ([bytes, size], { step }) => (bytes / size) * Math.ceil(size / step) * step * months(1),
		example: { inputs: [512_000, 512], gives: 1000 * 1024 * 2_628_000 },
	}),
	putUnits: defineFormula({
		title: 'Put units a month',
		inputs: ['change', 'record.size'],
		settings: { step: kibibytes(25) },
		unit: 'count',
		text: 'new data a second / size of a record x units of 25 KB a record x month',
		source: 'aws.amazon.com/kinesis/data-streams/pricing',
		compute: ([bytes, size], { step }) => (bytes / size) * Math.ceil(size / step) * months(1),
		example: { inputs: [30_000, 30_000], gives: 2 * 2_628_000 },
	}),
	recordsMonthly: defineFormula({
		title: 'Records a month',
		inputs: ['change', 'record.size'],
		settings: { each: 1 },
		unit: 'count',
		text: 'new data a second / size of a record x month, counted in batches where they are batched',
		source: 'arithmetic',
		compute: ([bytes, size], { each }) => (bytes / size / each) * months(1),
		example: { inputs: [1_000_000, 1000], settings: { each: 100 }, gives: 10 * 2_628_000 },
	}),
	bufferTime: defineFormula({
		title: 'Time records are collected before they are written',
		inputs: ['freshness'],
		// What is wanted sooner than it can deliver is served by another route: then it collects at its ease for the copy beside.
		settings: { least: 0, most: minutes(15), delivery: 0, beside: 0 },
		unit: 'seconds',
		text: 'age the data may have less the time to deliver, within what the service allows; longer for a copy beside a faster route',
		source: 'docs/firehose/latest/dev/buffering-hints.html',
		compute: ([freshness], { least, most, delivery, beside }) =>
			freshness - delivery < least ? Math.max(least, beside) : Math.min(most, freshness - delivery),
		example: { inputs: [10], settings: { least: 15, delivery: 15, beside: 300 }, gives: 300 },
	}),
	processingUnits: defineFormula({
		title: 'Kinesis processing units of a Flink application',
		inputs: ['change'],
		// What a unit carries is ours; the unit for orchestration is an AWS figure.
		settings: { each: megabytes(1), orchestration: 1 },
		unit: 'count',
		text: 'new data a second / 1 MB, rounded up, and 1 for orchestration',
		source: 'docs/managed-flink/latest/java/how-scaling.html; the rate of a unit is ours',
		compute: ([bytes], { each, orchestration }) => Math.max(1, Math.ceil(bytes / each)) + orchestration,
		example: { inputs: [megabytes(3)], gives: 4 },
	}),
} as const;
