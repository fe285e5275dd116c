import { days, gigabytes, hours, months } from '../../facts/units.ts';
import { defineFormula } from '../define-formula.ts';

const glueSizing =
	'github.com/aws/agent-toolkit-for-aws glue-job-config; no figure a GB is published, so the rate is ours';

/** The work between the raw zone and features, in Glue DPU hours. A job runs no oftener than once an hour. */
export const jobs = {
	jobHours: defineFormula({
		title: 'DPU hours of going once over the history',
		inputs: ['volume'],
		settings: { start: 0.3, perGigabyte: 0.2 },
		unit: 'hours',
		text: 'start + 0.2 DPU hours a GB x volume',
		source: glueSizing,
		compute: ([volume], { start, perGigabyte }) => start + (perGigabyte * volume) / 1e9,
		example: { inputs: [gigabytes(200)], gives: 40.3 },
	}),
	jobChangeHours: defineFormula({
		title: 'DPU hours a month of going over what is new',
		inputs: ['change', 'freshness'],
		settings: { start: 0.3, perGigabyte: 0.2, floor: hours(1) },
		unit: 'hours',
		text: 'start x runs a month + 0.2 DPU hours a GB x new and changed data a month',
		source: glueSizing,
		compute: ([change, freshness], { start, perGigabyte, floor }) =>
			(start * months(1)) / Math.max(freshness, floor) + (perGigabyte * change * months(1)) / 1e9,
		example: { inputs: [0, days(1)], gives: (0.3 * 2_628_000) / 86_400 },
	}),
} as const;
