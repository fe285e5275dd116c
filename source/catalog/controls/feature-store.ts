import { all, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const featureStore: ControlRecord = {
	title: 'Records that an online store takes',
	summary:
		'where scoring is online, the features of every source come with an identifier and the time of the event, which SageMaker Feature Store asks of each record',
	regimes: [],
	severity: 'medium',
	applies: all(is('scoring', 'online'), is('use', 'training', 'features only')),
	met: all(yes('keys.known'), yes('event.time')),
	because:
		'a group of features takes no record without identifier and event time: online it keeps the record with the latest time, offline it keeps them all, which is what a set as of some time is made from. For one model that scores in batches an Iceberg table of features does the same',
	remedy:
		'build the identifier of several columns and let the time of the change stand in for that of the event, marked as approximate; or keep these sources out of the online store',
	practice: 'MLREL03-BP02',
	availability: { state: 'open', ...confirmed('docs/sagemaker/latest/dg/feature-store.html') },
	cited: confirmed(
		'docs/sagemaker/latest/dg/feature-store.html and the pages below it; Well-Architected Machine Learning Lens',
	),
	examples: [
		{ given: { scoring: 'online', use: 'training', 'keys.known': true, 'event.time': true }, then: 'holds' },
		{ given: { scoring: 'online', use: 'training', 'keys.known': true, 'event.time': false }, then: 'fails' },
		{ given: { scoring: 'online', use: 'training', 'keys.known': true }, then: 'unknown' },
		{ given: { scoring: 'batch', use: 'training', 'keys.known': false }, then: 'holds' },
	],
};
