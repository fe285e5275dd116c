import type { Vocabulary } from './fact.ts';

/** What is in the data and how it is guarded. */
export const security = {
	sensitivity: {
		title: 'Most sensitive content',
		about: 'source',
		type: 'choice',
		values: ['public', 'internal', 'confidential', 'personal', 'health', 'card'],
		question: 'What is the most sensitive content of this data?',
		help: 'Personal, health and card data need more controls, and must be found and masked before training.',
	},
	encrypted: {
		title: 'Encrypted at rest',
		about: 'source',
		type: 'yes-no',
		question: 'Is the data encrypted where it lies?',
	},
	key: {
		title: 'Encryption key',
		about: 'source',
		type: 'choice',
		values: ['none', 'service', 'aws-managed', 'customer'],
		question: 'Which key encrypts the data?',
		help: '"service" is a key that AWS owns, "aws-managed" an aws/… key in the account, "customer" a key of your own in KMS.',
	},
	public: { title: 'Open to the public', about: 'source', type: 'yes-no', question: 'Can the public read it?' },
	'tls.only': { title: 'Only TLS is accepted', about: 'source', type: 'yes-no' },
	versioned: { title: 'Versioned', about: 'source', type: 'yes-no' },
	'lifecycle.rules': { title: 'Has lifecycle rules', about: 'source', type: 'yes-no' },
	'lifecycle.small': {
		title: 'Lifecycle rules move objects below 128 KB',
		about: 'source',
		type: 'yes-no',
		question: 'Do the lifecycle rules move objects below 128 KB too (varies_by_storage_class)?',
		help: 'Rules made since 2024-09 leave small objects where they are, unless they say otherwise.',
	},
	'access.logged': { title: 'Access is logged', about: 'source', type: 'yes-no' },
	'readers.rules': {
		title: 'Column or row rules',
		about: 'source',
		type: 'yes-no',
		question: 'May some readers see only some columns or rows?',
		assume: false,
	},
	'readers.accounts': {
		title: 'Accounts that read',
		about: 'source',
		type: 'quantity',
		unit: 'count',
		plausible: [1, 10_000],
		question: 'From how many AWS accounts is this data read?',
		help: 'More than one calls for grants across accounts, and for a place where they are given.',
		assume: 1,
	},
	'rows.hidden': {
		title: 'Rows stay hidden from the other party',
		about: 'source',
		type: 'yes-no',
		help: 'Then both sides ask a clean room, and no copy changes hands.',
		assume: false,
	},
	owner: { title: 'Owner', about: 'source', type: 'text', question: 'Who owns this data?' },
} as const satisfies Vocabulary;
