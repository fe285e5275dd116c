import { is } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const erasure: ControlRecord = {
	title: 'Erasure reaches every copy',
	summary:
		'who asks to be forgotten is deleted from landing, raw, stage and features, from query results and spill, and from old versions and snapshots; an Iceberg delete counts only after snapshots expire and files are rewritten',
	regimes: ['gdpr', 'ccpa'],
	severity: 'high',
	applies: is('sensitivity', 'personal', 'health'),
	because:
		'a copy nobody remembers is still a copy. Object Lock in compliance mode cannot be lifted by anybody and must not hold such data; CCPA allows 45 days',
	remedy:
		'pseudonymise the keys that join people, keep the map apart, let versions and snapshots expire within the term, and decide what becomes of trained models',
	practice: 'MLSEC03-BP05',
	availability: { state: 'open', ...confirmed('docs/prescriptive-guidance/latest/privacy-reference-architecture') },
	cited: confirmed(
		'docs/prescriptive-guidance/latest/privacy-reference-architecture; github.com/awslabs/amazon-s3-find-and-forget',
	),
	examples: [
		{ given: { sensitivity: 'personal' }, then: 'holds' },
		{ given: { sensitivity: 'public' }, then: 'holds' },
	],
};
