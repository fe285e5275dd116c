import { all, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { ownRows } from '../hidden-rows.ts';
import type { PreparationRecord } from '../record.ts';

export const join: PreparationRecord = {
	title: 'Join features as of their time',
	summary:
		'joins to each label the last value of every feature whose event time is not after it, and writes a versioned training set',
	applies: all(ownRows, all(is('use', 'training'), yes('event.time'))),
	because:
		'a feature that was not known yet when the label was set leaks the future: the model looks good in training and fails in use. What arrives late is told by its write time',
	job: 'join',
	cited: confirmed('docs/sagemaker/latest/dg/feature-store-create-a-dataset.html'),
	examples: [
		{ given: { use: 'training', 'event.time': true }, then: 'holds' },
		{ given: { use: 'training', 'event.time': false }, then: 'fails' },
	],
};
