import { all, is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { guarded } from '../guarded.ts';
import { ownRows } from '../hidden-rows.ts';
import type { PreparationRecord } from '../record.ts';

export const maskPictures: PreparationRecord = {
	title: 'Make faces, plates and names in pictures unreadable',
	summary:
		'finds faces, number plates and writing in pictures and films with a model, and covers them between the landing and the raw zone',
	applies: all(ownRows, guarded, is('format', 'image', 'video')),
	because:
		'a face or a name burnt into a scan tells who somebody is as surely as a column does, and no rule over rows finds it. What is covered before the raw zone is in no shard and no model later; keep what models need, such as the region of a scan, and let somebody look at a sample',
	job: 'mask',
	cited: confirmed(
		'Well-Architected Machine Learning Lens MLSEC02-BP01; docs/prescriptive-guidance/latest/defining-bucket-names-data-lakes',
	),
	examples: [
		{ given: { sensitivity: 'health', format: 'image' }, then: 'holds' },
		{ given: { sensitivity: 'personal', format: 'video' }, then: 'holds' },
		{ given: { sensitivity: 'personal', format: 'csv' }, then: 'fails' },
		{ given: { sensitivity: 'internal', format: 'image' }, then: 'fails' },
	],
};
