import { all, any, is, known, no, not } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { ownRows } from '../hidden-rows.ts';
import type { PreparationRecord } from '../record.ts';

export const joinApproximate: PreparationRecord = {
	title: 'Join features as of about their time',
	summary: 'joins features to labels by the time a change was committed or arrived, and marks them as approximate',
	applies: all(ownRows, all(is('use', 'training'), any(no('event.time'), not(known('event.time'))))),
	because:
		'records are not known to carry the time of their event: the commit time of the change stands in for it, the join is approximate, and one as of the exact time is not promised. In a Feature Store group on Iceberg that time is a string. Never take the day of ingestion for the time of a label',
	job: 'join',
	cited: confirmed(
		'docs/sagemaker/latest/dg/feature-store-quotas.html; docs/sagemaker/latest/dg/feature-store-create-a-dataset.html',
	),
	examples: [
		{ given: { use: 'training', 'event.time': false }, then: 'holds' },
		{ given: { use: 'training' }, then: 'holds' },
		{ given: { use: 'training', 'event.time': true }, then: 'fails' },
		{ given: { use: 'exploration' }, then: 'fails' },
	],
};
