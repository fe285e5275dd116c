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
		'training reads files and knows no filter: a role that holds the filter writes the permitted set out, and the role that trains reads that prefix and nothing else; or training reads a feature group, whose offline store Lake Formation governs. Letting external engines read whole tables switches the rules off for them',
	remedy:
		'materialise the filtered set, give the training role no access to the raw data, and never allow external engines full table access',
	practice: 'MLSEC03-BP01',
	availability: { state: 'open', ...confirmed('docs/lake-formation/latest/dg/working-with-services.html') },
	cited: confirmed(
		'github.com/aws/aws-lakeformation-best-practices; docs/sagemaker/latest/dg/feature-store-lf-governance.md',
	),
	examples: [
		{ given: { 'readers.rules': true }, then: 'holds' },
		{ given: { 'readers.rules': false }, then: 'holds' },
	],
};
