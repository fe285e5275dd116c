import { days, gigabytes, hours, megabytes, minutes, months, terabytes } from '../../facts/units.ts';
import { defineFormula } from '../define-formula.ts';

const ours = 'estimate of ours';
const glueSizing =
	'github.com/aws/agent-toolkit-for-aws glue-job-config; no figure a GB is published, so the rate is ours';

/** What runs again and again: how often, how much, how long. A refresh every F counts as data F old. */
export const batches = {
	runsMonthly: defineFormula({
		title: 'Runs a month',
		inputs: ['freshness'],
		settings: { floor: hours(1) },
		unit: 'per-month',
		text: 'month / largest(age the data may have, shortest time between runs)',
		source: 'arithmetic',
		compute: ([freshness], { floor }) => months(1) / Math.max(freshness, floor),
		example: { inputs: [days(7)], gives: 2_628_000 / 604_800 },
	}),
	fullCopiesMonthly: defineFormula({
		title: 'Bytes copied a month when every run copies all',
		inputs: ['volume', 'freshness'],
		settings: { floor: hours(1) },
		unit: 'bytes',
		text: 'volume x month / largest(age the data may have, shortest time between runs)',
		source: 'arithmetic',
		compute: ([volume, freshness], { floor }) => (volume * months(1)) / Math.max(freshness, floor),
		example: { inputs: [terabytes(3), months(1)], gives: terabytes(3) },
	}),
	changedMonthly: defineFormula({
		title: 'New and changed bytes a month',
		inputs: ['change'],
		settings: {},
		unit: 'bytes',
		text: 'new and changed data a second x month of 730 hours',
		source: 'arithmetic',
		compute: ([change]) => change * months(1),
		example: { inputs: [megabytes(1)], gives: 2.628e12 },
	}),
	snapshotExportTime: defineFormula({
		title: 'Time of a snapshot export',
		inputs: ['volume'],
		// AWS publishes no rate: the snapshot is restored first, then read; both figures are ours.
		settings: { start: hours(1), rate: gigabytes(200) / hours(1) },
		unit: 'seconds',
		text: 'restoring the snapshot + volume / export rate',
		source: ours,
		compute: ([volume], { start, rate }) => start + volume / rate,
		example: { inputs: [gigabytes(600)], gives: hours(4) },
	}),
	tableExportTime: defineFormula({
		title: 'Time of a table export',
		inputs: ['volume'],
		settings: { start: minutes(20), rate: terabytes(1) / hours(1) },
		unit: 'seconds',
		text: 'start + volume / export rate',
		source: ours,
		compute: ([volume], { start, rate }) => start + volume / rate,
		example: { inputs: [terabytes(4)], gives: minutes(20) + hours(4) },
	}),
	glueDpus: defineFormula({
		title: 'Data processing units of a job',
		inputs: ['volume'],
		settings: { each: gigabytes(5), least: 2, most: 100 },
		unit: 'count',
		text: 'volume / 5 GB, between 2 and 100',
		source: glueSizing,
		compute: ([volume], { each, least, most }) => Math.min(most, Math.max(least, Math.ceil(volume / each))),
		example: { inputs: [gigabytes(200)], gives: 40 },
	}),
	glueRunTime: defineFormula({
		title: 'Time of a job that reads all',
		inputs: ['volume'],
		settings: { each: gigabytes(5), least: 2, most: 100, start: 0.3, perGigabyte: 0.2 },
		unit: 'seconds',
		text: '(start + 0.2 DPU hours a GB) / DPUs',
		source: glueSizing,
		compute: ([volume], { each, least, most, start, perGigabyte }) =>
			hours((start + (perGigabyte * volume) / 1e9) / Math.min(most, Math.max(least, Math.ceil(volume / each)))),
		example: { inputs: [gigabytes(200)], gives: hours(40.3 / 40) },
	}),
	glueFullHours: defineFormula({
		title: 'DPU hours a month when every run reads all',
		inputs: ['volume', 'freshness'],
		settings: { floor: hours(1), start: 0.3, perGigabyte: 0.2 },
		unit: 'hours',
		text: '(start + 0.2 DPU hours a GB x volume) x runs a month',
		source: glueSizing,
		compute: ([volume, freshness], { floor, start, perGigabyte }) =>
			((start + (perGigabyte * volume) / 1e9) * months(1)) / Math.max(freshness, floor),
		example: { inputs: [gigabytes(200), months(1)], gives: 40.3 },
	}),
	captureLoadTime: defineFormula({
		title: 'Time of a full load by change capture',
		inputs: ['volume'],
		settings: { rate: megabytes(40) },
		unit: 'seconds',
		text: 'volume / 40 MB a second',
		source: ours,
		compute: ([volume], { rate }) => volume / rate,
		example: { inputs: [terabytes(2)], gives: 50_000 },
	}),
	moreCaptureUnits: defineFormula({
		title: 'Capacity units of change capture beyond the first two',
		inputs: ['change'],
		// The sizes that exist are AWS figures; how much one unit carries is ours.
		settings: { each: megabytes(2), first: 2 },
		unit: 'count',
		text: 'new and changed data a second / 2 MB, rounded up to 2, 4, 8, 16, 32, 64, 128, 192, 256 or 384, less 2',
		source: 'docs sdk-for-kotlin dms min-capacity-units; the rate of a unit is ours',
		compute: ([change], { each, first }) => (capacities.find((units) => units * each >= change) ?? 384) - first,
		example: { inputs: [megabytes(5)], gives: 2 },
	}),
	readUnits: defineFormula({
		title: 'Read units a month when every run scans the table',
		inputs: ['volume', 'freshness'],
		settings: { floor: hours(1), block: 4096, share: 0.5 },
		unit: 'count',
		text: 'volume / 4 KiB x 0.5 (eventually consistent) x runs a month',
		source: 'docs/amazondynamodb/latest/developerguide/read-write-operations.html',
		compute: ([volume, freshness], { floor, block, share }) =>
			(Math.ceil(volume / block) * share * months(1)) / Math.max(freshness, floor),
		example: { inputs: [gigabytes(0.6), months(1)], gives: 73_242.5 },
	}),
	scanUnits: defineFormula({
		title: 'Read units of one scan of the table',
		inputs: ['volume'],
		settings: { block: 4096, share: 0.5 },
		unit: 'count',
		text: 'volume / 4 KiB x 0.5 (eventually consistent)',
		source: 'docs/amazondynamodb/latest/developerguide/read-write-operations.html',
		compute: ([volume], { block, share }) => Math.ceil(volume / block) * share,
		example: { inputs: [gigabytes(0.6)], gives: 73_242.5 },
	}),
	glueOnceHours: defineFormula({
		title: 'DPU hours of one run over all',
		inputs: ['volume'],
		settings: { start: 0.3, perGigabyte: 0.2 },
		unit: 'hours',
		text: 'start + 0.2 DPU hours a GB x volume',
		source: glueSizing,
		compute: ([volume], { start, perGigabyte }) => start + (perGigabyte * volume) / 1e9,
		example: { inputs: [gigabytes(200)], gives: 40.3 },
	}),
	gatewayWrites: defineFormula({
		title: 'Bytes a month that a file gateway bills',
		inputs: ['change', 'sites'],
		settings: { free: gigabytes(100), most: gigabytes(12_500) },
		unit: 'bytes',
		text: 'new and changed data a month less 100 GB, at most what $125 buys for each gateway',
		source: 'github.com/api-evangelist amazon-storage-gateway plans',
		compute: ([change, sites], { free, most }) => Math.min(Math.max(0, change * months(1) - free), most * sites),
		example: { inputs: [megabytes(10), 1], gives: gigabytes(12_500) },
	}),
} as const;

const capacities = [2, 4, 8, 16, 32, 64, 128, 192, 256, 384];
