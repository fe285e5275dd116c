import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const cloudtrail: ControlRecord = {
	title: 'API activity recorded',
	summary:
		'an organisation trail of AWS CloudTrail writes every management call to a bucket of its own account, encrypted, validated and locked; Athena reads it there, since CloudTrail Lake takes no new customers',
	regimes: [],
	severity: 'high',
	because:
		'who changed a pipeline, a key or a grant must be seen afterwards. A trail in S3 does that, and the first one is free',
	remedy: 'make an organisation trail with log file validation to a bucket with Object Lock in the log archive account',
	practice: 'MLSEC03-BP04',
	availability: {
		state: 'open',
		...confirmed('docs/awscloudtrail/latest/userguide/cloudtrail-document-history.md'),
	},
	cited: confirmed('Well-Architected Data Analytics Lens 5.4'),
	examples: [{ given: {}, then: 'holds' }],
};
