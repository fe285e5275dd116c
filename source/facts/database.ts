import type { Vocabulary } from './fact.ts';
import { gigabits } from './units.ts';

/** What the catalogue of a database says of it. */
export const database = {
	tables: { title: 'Tables', about: 'source', type: 'quantity', unit: 'count', plausible: [0, 1e7] },
	'tables.keyless': {
		title: 'Tables without a primary key',
		about: 'source',
		type: 'quantity',
		unit: 'count',
		plausible: [0, 1e7],
		help: 'Changes of their rows cannot be merged, only replaced as a whole.',
	},
	charset: { title: 'Character set', about: 'source', type: 'text' },
	extensions: { title: 'Extensions of the engine', about: 'source', type: 'text' },
	'probe.roundTrip': {
		title: 'Round trip to the machine that measured',
		about: 'source',
		type: 'quantity',
		unit: 'seconds',
		plausible: [0, 60],
		help: 'Between the database and the machine that ran headwater. It is not the line to AWS, and no plan counts with it.',
	},
	'probe.throughput': {
		title: 'Throughput to the machine that measured',
		about: 'source',
		type: 'quantity',
		unit: 'bits-per-second',
		plausible: [0, gigabits(400)],
		help: 'What one connection carried to the machine that ran headwater. It is not the line to AWS: the bandwidth of the place is asked apart.',
	},
} as const satisfies Vocabulary;
