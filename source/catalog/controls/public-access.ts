import { all, is, no } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const publicAccess: ControlRecord = {
	title: 'No public access',
	summary: 'no source and no store of the plan can be read by the public',
	regimes: [],
	severity: 'high',
	applies: all(is('where', 'aws'), is('family', 'object', 'relational', 'warehouse', 'document', 'search')),
	met: no('public'),
	because: 'whatever is open to the public can be copied, and for training also poisoned',
	remedy: 'switch Block Public Access on for the account and the bucket; take the public address from the database',
	practice: 'MLSEC03-BP01',
	availability: {
		state: 'open',
		...confirmed('docs/AmazonS3/latest/userguide/access-control-block-public-access.html'),
	},
	cited: confirmed('AWS Config rules s3-bucket-level-public-access-prohibited, rds-instance-public-access-check'),
	examples: [
		{ given: { where: 'aws', family: 'object', public: false }, then: 'holds' },
		{ given: { where: 'aws', family: 'relational', public: true }, then: 'fails' },
		{ given: { where: 'aws', family: 'object' }, then: 'unknown' },
	],
};
