import type { Formula } from '../../source/rules/formula.ts';

/** Arithmetic of the small catalogue. */
export const smallFormulas: Readonly<Record<string, Formula>> = {
	usable: {
		title: 'Usable bandwidth',
		inputs: ['bandwidth', 'bandwidth.free'],
		unit: 'bits-per-second',
		text: 'bandwidth x free share',
		source: 'invented',
		compute: ([bandwidth = 0, free = 0]) => bandwidth * free,
		example: { inputs: [100, 0.5], gives: 50 },
	},
	travel: {
		title: 'Time on the line',
		inputs: ['volume', 'path.bandwidth'],
		unit: 'seconds',
		text: 'volume x 8 / usable bandwidth',
		source: 'invented',
		compute: ([volume = 0, bandwidth = 0]) => (volume * 8) / bandwidth,
		example: { inputs: [100, 50], gives: 16 },
	},
};
