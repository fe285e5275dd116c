import { any, fact, formula, is, product } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { guarded } from '../guarded.ts';
import type { ControlRecord } from '../record.ts';

export const macie: ControlRecord = {
	title: 'Sensitive content found by Macie',
	summary:
		'Amazon Macie looks through the landing and raw buckets; it finds and reports, and masks nothing, and it scans general purpose buckets only',
	regimes: [],
	severity: 'medium',
	applies: any(guarded, is('regime', 'pci', 'hipaa', 'gdpr', 'ccpa', 'glba')),
	because:
		'only what is known to be sensitive can be masked, and the finding that there is none is evidence for an auditor. A full scan costs $1 a GiB, about $1,024 a TiB: what is counted here is a sample, a tenth of what is there and a hundredth of what comes',
	remedy:
		'switch Macie on for the landing and raw buckets, with custom identifiers for your own keys, and send findings to EventBridge',
	practice: 'MLSEC03-BP03',
	availability: { state: 'open', ...confirmed('docs/macie/latest/user/what-is-macie.html') },
	costs: [
		{ price: 'macie.inspected', per: 'once', quantity: product(0.1, fact('volume')) },
		{ price: 'macie.inspected', per: 'month', quantity: product(0.01, formula('changedMonthly')) },
	],
	cited: confirmed('docs/macie/latest/user/data-classification.html'),
	examples: [
		{ given: { sensitivity: 'personal', volume: 2 ** 40, change: 0 }, then: 'holds', once: 102.4, monthly: 0 },
		{ given: { sensitivity: 'public', regime: [] }, then: 'holds' },
	],
};
