import { all, is } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import { ownRows } from '../hidden-rows.ts';
import type { PreparationRecord } from '../record.ts';

export const describe: PreparationRecord = {
	title: 'Describe pictures and recordings in a table',
	summary:
		'lists every object with its key, size, kind, length, time, origin and label in an Iceberg table, and packs what a run takes into shards of at least 100 MB',
	applies: all(ownRows, is('format', 'image', 'video', 'audio', 'document', 'binary')),
	because:
		'what has no columns is chosen, split and labelled by what is known about it: a table of metadata pins which objects a run was trained on, and shards save opening each. Faces, plates and spoken names are taken out before the raw zone. Labels come from people: SageMaker Ground Truth and Augmented AI take no new customers since 2026-07-30, so plan a partner or a tool of your own',
	job: 'extract',
	cited: unconfirmed(
		'docs/sagemaker/latest/dg/model-access-training-data.html; lists of 2026-07 to 2026-10 on Ground Truth',
	),
	examples: [
		{ given: { format: 'image' }, then: 'holds' },
		{ given: { format: 'csv' }, then: 'fails' },
	],
};
