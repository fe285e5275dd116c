import { all, formula, is, not, unless } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { guarded } from '../guarded.ts';
import { ownRows } from '../hidden-rows.ts';
import type { PreparationRecord } from '../record.ts';

export const mask: PreparationRecord = {
	title: 'Mask sensitive content',
	summary:
		'finds and replaces names, numbers and other identifying content between the landing and the raw zone; keys that join are replaced by keyed tokens',
	// What pictures show is no text: see mask-pictures.
	applies: all(ownRows, guarded, unless('format', not(is('format', 'image', 'video')))),
	because:
		'what is masked before the raw zone is in no table, feature or model later. Models seldom need who somebody is; Macie finds such content but masks none, and a CVV is dropped, never masked',
	job: 'mask',
	cited: confirmed(
		'Well-Architected Machine Learning Lens MLSEC02-BP01; docs/prescriptive-guidance/latest/defining-bucket-names-data-lakes',
	),
	work: { once: formula('jobHours'), month: formula('jobChangeHours') },
	examples: [
		{
			given: { sensitivity: 'card', volume: 200e9, change: 0, freshness: 604_800 },
			then: 'holds',
			once: 17.7,
			monthly: 0.57,
		},
		{ given: { sensitivity: 'internal' }, then: 'fails' },
		{ given: { sensitivity: 'personal', format: 'image' }, then: 'fails' },
		{ given: {}, then: 'unknown' },
	],
};
