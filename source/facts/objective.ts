import type { Vocabulary } from './fact.ts';

/** What a source has to do with what is predicted. It ranks sources and moves no route, so that nobody is asked for it unasked. */
export const objective = {
	holds: {
		title: 'What it holds for the model',
		about: 'source',
		type: 'choice',
		values: ['label', 'features'],
		help: 'The label is the outcome that the model learns from; without the source that holds it nothing can be trained.',
	},
	'unit.held': {
		title: 'Records name the unit of prediction',
		about: 'source',
		type: 'yes-no',
		help: 'A customer number in every row, say: what names the unit can be joined to the label, the rest needs a way round.',
	},
	'cost.delay': {
		title: 'Cost of a day of waiting',
		about: 'workload',
		type: 'quantity',
		unit: 'dollars',
		plausible: [0, 1e7],
		help: 'Sets days against money when sources are put in order. An assumption of ours: a day of one engineer.',
		assume: 800,
	},
} as const satisfies Vocabulary;
