import { yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const rowColumnRules: ControlRecord = {
	title: 'Column and row rules',
	summary:
		'columns and rows are granted by data filters and LF-tags: tags of different keys add up to AND, so OR takes two grants; sharing between accounts takes version 4 or newer',
	regimes: [],
	severity: 'high',
	applies: yes('readers.rules'),
	because:
		'training reads files and knows no filter: a role that holds the filter writes the permitted set out, and the role that trains reads that prefix and nothing else',
	remedy:
		'materialise the filtered set, give the training role no access to the raw data, and never allow external engines full table access',
	practice: 'MLSEC03-BP01',
	availability: { state: 'open', ...confirmed('docs/lake-formation/latest/dg/working-with-services.html') },
	cited: confirmed(
		'github.com/aws/aws-lakeformation-best-practices; docs/lake-formation/latest/dg/data-filters-about.html',
	),
	examples: [
		{ given: { 'readers.rules': true }, then: 'holds' },
		{ given: { 'readers.rules': false }, then: 'holds' },
	],
};
