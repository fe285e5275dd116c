import type { Vocabulary } from './fact.ts';

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
} as const satisfies Vocabulary;
