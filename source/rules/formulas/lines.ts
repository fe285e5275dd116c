import { days, gigabits, mebibytes, terabytes } from '../../facts/units.ts';
import { defineFormula } from '../define-formula.ts';

const timelines = 'docs/datasync/latest/userguide/datasync-large-migration-timelines.html';

/** How much a line carries and how long bytes travel, by wire or on disks. */
export const lines = {
	lineBandwidth: defineFormula({
		title: 'Usable bandwidth of the line that is there',
		inputs: ['bandwidth', 'bandwidth.free', 'bandwidth.hours', 'bandwidth.protocol'],
		settings: { cap: gigabits(400) },
		unit: 'bits-per-second',
		text: 'least(bandwidth x free share, cap) x hours a day / 24 x share a transfer reaches',
		source: timelines,
		compute: ([bandwidth, free, hours, protocol], { cap }) => (Math.min(bandwidth * free, cap) * hours * protocol) / 24,
		example: { inputs: [100e6, 1, 8, 1], gives: 100e6 / 3 },
	}),
	lineTime: defineFormula({
		title: 'Time on the line that is there',
		inputs: ['volume', 'bandwidth', 'bandwidth.free', 'bandwidth.hours', 'bandwidth.protocol'],
		settings: {},
		unit: 'seconds',
		text: 'volume x 8 / (bandwidth x free share x hours a day / 24 x share a transfer reaches)',
		source: 'docs/datasync/latest/userguide/datasync-large-migration-timelines.html',
		compute: ([volume, bandwidth, free, hoursADay, protocol]) =>
			(volume * 8) / (bandwidth * free * (hoursADay / 24) * protocol),
		example: { inputs: [terabytes(150), 100e6, 1, 8, 1], gives: 36_000_000 },
	}),
	orderedBandwidth: defineFormula({
		title: 'Usable bandwidth of a line that would be ordered',
		inputs: ['bandwidth.protocol'],
		settings: { rate: gigabits(1) },
		unit: 'bits-per-second',
		text: 'ordered rate x share a transfer reaches',
		source: timelines,
		compute: ([protocol], { rate }) => rate * protocol,
		example: { inputs: [0.8], settings: { rate: 10e9 }, gives: 8e9 },
	}),
	transferTime: defineFormula({
		title: 'Time on the line',
		inputs: ['volume', 'path.bandwidth'],
		settings: { cap: gigabits(400) },
		unit: 'seconds',
		text: 'volume x 8 / least(usable bandwidth, what the mover reaches)',
		source: timelines,
		compute: ([volume, bandwidth], { cap }) => (volume * 8) / Math.min(bandwidth, cap),
		// 450 TB over 10 Gbps, of which a transfer reaches 80 %: 5.2 days.
		example: { inputs: [terabytes(450), 8e9], gives: 450_000 },
	}),
	insideTime: defineFormula({
		title: 'Time of a copy inside AWS',
		inputs: ['volume'],
		settings: { rate: gigabits(10) },
		unit: 'seconds',
		text: 'volume x 8 / 10 Gbps',
		source: 'estimate of ours',
		compute: ([volume], { rate }) => (volume * 8) / rate,
		example: { inputs: [terabytes(10)], gives: 8000 },
	}),
	diskTripTime: defineFormula({
		title: 'Time of a trip with disks',
		inputs: ['volume'],
		// The rate of the copy on site and the journey are estimates of ours.
		settings: { local: gigabits(10), port: gigabits(100), share: 0.8, journey: days(2) },
		unit: 'seconds',
		text: 'copy to the disks + journey + upload at the port, each at the share of its rate a transfer reaches',
		source:
			'aws.amazon.com/blogs/migration-and-modernization/optimize-transfer-performance-with-aws-data-transfer-terminal',
		compute: ([volume], { local, port, share, journey }) =>
			(volume * 8) / (local * share) + journey + (volume * 8) / (port * share),
		example: { inputs: [terabytes(60)], gives: 60_000 + 172_800 + 6000 },
	}),
	portHours: defineFormula({
		title: 'Hours at the port',
		inputs: ['volume'],
		settings: { port: gigabits(100), share: 0.8, setUp: 1 },
		unit: 'hours',
		text: 'volume x 8 / (rate of the port x share a transfer reaches), full hours, and setting up',
		source: 'docs/datatransferterminal/latest/userguide/what-is-dtt',
		compute: ([volume], { port, share, setUp }) => Math.ceil((volume * 8) / (port * share * 3600)) + setUp,
		// 210 TB take 5.8 hours at a 100 Gbps port.
		example: { inputs: [terabytes(210)], gives: 7 },
	}),
	devices: defineFormula({
		title: 'Devices that hold the data',
		inputs: ['volume'],
		settings: { holds: terabytes(210) },
		unit: 'count',
		text: 'volume / what one device holds, rounded up, at least 1',
		source: 'docs/snowball/latest/developer-guide/limits.html',
		compute: ([volume], { holds }) => Math.max(1, Math.ceil(volume / holds)),
		example: { inputs: [terabytes(450)], gives: 3 },
	}),
	partSize: defineFormula({
		title: 'Size of an upload part',
		inputs: ['object.largest'],
		settings: { parts: 10_000, least: mebibytes(8) },
		unit: 'bytes',
		text: 'largest object / 10,000 parts, rounded up to a MiB, at least 8 MiB',
		source: 'docs/AmazonS3/latest/userguide/qfacts.html',
		compute: ([largest], { parts, least }) => Math.max(least, Math.ceil(largest / parts / mebibytes(1)) * mebibytes(1)),
		example: { inputs: [terabytes(8)], gives: mebibytes(763) },
	}),
} as const;
