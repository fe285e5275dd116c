import type { Condition } from '../../rules/condition.ts';
import { not, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

const anywhere: Condition = { fact: 'residency', is: ['anywhere'] };

export const residency: ControlRecord = {
	title: 'Data stays where it must',
	summary:
		'sources, buckets, query results, spill, logs and backups lie in the region or area the data must stay in, and other regions are denied by policy',
	regimes: [],
	severity: 'high',
	applies: not(anywhere),
	met: yes('residency.met'),
	because: 'the law or a contract says where the data may be, and every copy counts: results and logs too',
	remedy:
		'train in that region, or send only aggregates. Deny other regions (aws:RequestedRegion, Control Tower region deny), and replicate across no border',
	practice: 'MLCOST04-BP13',
	availability: { state: 'open', ...confirmed('docs/prescriptive-guidance/latest/privacy-reference-architecture') },
	cited: confirmed(
		'docs/prescriptive-guidance/latest/privacy-reference-architecture; Well-Architected Data Analytics Lens 8.2',
	),
	examples: [
		{ given: { residency: 'eu', 'residency.met': true }, then: 'holds' },
		{ given: { residency: 'eu', 'residency.met': false }, then: 'fails' },
		{ given: { residency: 'anywhere' }, then: 'holds' },
	],
};
