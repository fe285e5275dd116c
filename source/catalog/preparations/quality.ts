import { all, formula, is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { ownRows } from '../hidden-rows.ts';
import type { PreparationRecord } from '../record.ts';

export const quality: PreparationRecord = {
	title: 'Check quality',
	summary:
		'checks keys, types, ranges, completeness, freshness and row counts (DQDL); what is critical stops the run, the rest is measured and shown',
	applies: all(ownRows, is('use', 'training', 'features only')),
	because:
		'a model learns from mistakes as readily as from facts: keys, labels and event times must be complete and unique, features at least 95 % present, and counts within 30 % of what they were',
	job: 'quality',
	cited: confirmed('docs/glue/latest/dg/dqdl-rule-types.html; Well-Architected Data Analytics Lens 1.1, 7.2'),
	// A tenth of the rate of a full job is an estimate of ours.
	work: { month: formula('jobChangeHours', { start: 0.1, perGigabyte: 0.02, floor: 86_400 }) },
	examples: [
		{ given: { use: 'training', change: 20e9 / 86_400, freshness: 86_400 }, then: 'holds', monthly: 6.7 },
		{ given: { use: 'exploration' }, then: 'fails' },
	],
};
