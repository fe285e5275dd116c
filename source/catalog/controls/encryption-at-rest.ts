import { all, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { keptByAws } from '../guarded.ts';
import type { ControlRecord } from '../record.ts';

export const encryptionAtRest: ControlRecord = {
	title: 'Encryption at rest with KMS',
	summary: 'what lies in a source or a store of the plan is encrypted with a key of KMS',
	regimes: [],
	severity: 'high',
	applies: all(is('where', 'aws'), keptByAws),
	met: yes('encrypted'),
	because: 'whoever gets hold of a disk, a backup or a bucket without the key reads nothing',
	remedy: 'switch encryption with KMS on; a database or volume is copied once through an encrypted snapshot',
	practice: 'MLSEC02-BP01',
	availability: { state: 'open', ...confirmed('docs/kms/latest/developerguide/overview.html') },
	cited: confirmed('Well-Architected Machine Learning Lens MLSEC02-BP01'),
	examples: [
		{ given: { where: 'aws', family: 'relational', encrypted: true }, then: 'holds' },
		{ given: { where: 'aws', family: 'relational', encrypted: false }, then: 'fails' },
		{ given: { where: 'aws', family: 'relational' }, then: 'unknown' },
		{ given: { where: 'on-premises', family: 'relational', encrypted: false }, then: 'holds' },
	],
};
