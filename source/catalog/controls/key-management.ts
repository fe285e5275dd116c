import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const keyManagement: ControlRecord = {
	title: 'A key of your own that rotates',
	summary:
		'the stores of the plan are encrypted with a customer managed key that rotates every year, with a bucket key to save requests',
	regimes: [],
	severity: 'medium',
	because: 'only a key of your own can be withdrawn, audited and kept apart from those who read the data',
	remedy: 'make a customer managed key with rotation, and name it in every store of the plan',
	practice: 'MLSEC02-BP01',
	availability: { state: 'open', ...confirmed('docs/kms/latest/developerguide/rotate-keys.html') },
	costs: [
		// One for what arrives and is kept, one for features and models; half a million requests are an estimate of ours.
		{ price: 'kms.key', per: 'month', quantity: 2 },
		{ price: 'kms.requests', per: 'month', quantity: 500_000 },
	],
	cited: confirmed('docs/AmazonS3/latest/userguide/bucket-key.html'),
	examples: [{ given: {}, then: 'holds', monthly: 3.5 }],
};
