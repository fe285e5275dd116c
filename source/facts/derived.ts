import type { Vocabulary } from './fact.ts';
import { families, wheres } from './families.ts';
import { gigabits, megabits } from './units.ts';

/** Facts that follow from others and are filled in by the engine; nobody states them. */
export const derived = {
	family: { title: 'Family', about: 'source', type: 'choice', values: families },
	where: { title: 'Where it stands', about: 'place', type: 'choice', values: wheres },
	'region.same': { title: 'In the region where models train', about: 'source', type: 'yes-no' },
	'account.same': { title: 'In the account where models train', about: 'source', type: 'yes-no' },
	'engine.release': {
		title: 'Engine version as a number',
		about: 'source',
		type: 'quantity',
		unit: 'count',
		plausible: [0, 100_000],
		help: 'Major version, with two digits each for minor and patch behind the point: 3.05.2 is 3.0502.',
	},
	'residency.met': { title: 'Training stays where the data must stay', about: 'source', type: 'yes-no' },
	'path.private': { title: 'The path is private', about: 'place', type: 'yes-no' },
	'path.bandwidth': {
		title: 'Usable bandwidth of the path',
		about: 'place',
		type: 'quantity',
		unit: 'bits-per-second',
		plausible: [megabits(0.01), gigabits(400)],
	},
	'path.online': { title: 'The path carries traffic all the time', about: 'place', type: 'yes-no' },
} as const satisfies Vocabulary;
