import { known } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const classification: ControlRecord = {
	title: 'Content classified',
	summary: 'for every source somebody has said how sensitive its content is',
	regimes: [],
	severity: 'medium',
	met: known('sensitivity'),
	because: 'controls follow from what is in the data, and nobody has said that for some of it',
	remedy:
		'ask the owner, or let Macie look at a sample once the data is in S3; then write it into the answers and the catalogue',
	practice: 'MLSEC03-BP03',
	availability: { state: 'open', ...confirmed('docs/macie/latest/user/what-is-macie.html') },
	cited: confirmed('Well-Architected Data Analytics Lens 3.2, 3.4, 3.5'),
	examples: [
		{ given: { sensitivity: 'internal' }, then: 'holds' },
		{ given: {}, then: 'fails' },
	],
};
