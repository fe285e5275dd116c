import type { Finding, PlannedControl } from '../../source/plan/plan.ts';
import { ids } from './example-ids.ts';

/** What must hold. */
export const controls: readonly PlannedControl[] = [
	{
		id: 'encryption-at-rest',
		title: 'Encryption at rest with KMS',
		summary: 'Every store of the plan is encrypted with a key of its own.',
		regimes: [],
		because: 'Whoever reads a disk or a bucket without the key reads nothing.',
		practice: 'MLSEC02-BP01',
	},
	{
		id: 'tls-only',
		title: 'TLS only',
		summary: 'Buckets refuse requests without TLS.',
		regimes: [],
		because: 'What travels in the clear can be read on the way.',
	},
	{
		id: 'macie',
		title: 'Sensitive data found by Macie',
		summary: 'Amazon Macie looks for personal content in the landing and raw zones.',
		regimes: ['gdpr'],
		because: 'Only what is known to be personal can be masked.',
	},
];

/** Where it does not, or nobody knows. */
export const findings: readonly Finding[] = [
	{
		id: 'tls-only-1',
		severity: 'medium',
		control: 'tls-only',
		title: 'TLS only is not met',
		about: [ids.clickstream],
		says: 'What travels in the clear can be read on the way.',
		remedy: 'Add a bucket policy that denies requests without aws:SecureTransport.',
	},
	{
		id: 'encryption-at-rest-unknown',
		severity: 'low',
		control: 'encryption-at-rest',
		title: 'Encryption at rest with KMS: not known',
		about: [ids.historian],
		says: 'Nobody has said whether the Plant historian is encrypted where it lies.',
		remedy: 'Say so, or let discovery read it.',
	},
];
