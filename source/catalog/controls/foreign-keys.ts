import { all, is, no, not } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const foreignKeys: ControlRecord = {
	title: 'Keys that other accounts may use',
	summary: 'what models of another account read is encrypted with a customer managed key, whose policy lets them in',
	regimes: [],
	severity: 'high',
	applies: all(no('account.same'), is('key', 'aws-managed', 'customer')),
	met: not(is('key', 'aws-managed')),
	because:
		'a key that AWS manages in one account (aws/s3, aws/rds) has a policy that nobody can change: no other account reads what it encrypts, whatever the bucket allows, and no snapshot under it is shared',
	remedy:
		'encrypt it anew under a customer managed key, name the account where models train in the policy of the key, and let the role there use it',
	practice: 'MLSEC02-BP01',
	availability: {
		state: 'open',
		...confirmed('repost.aws/knowledge-center/cross-account-access-denied-error-s3', '2026-11-29'),
	},
	cited: unconfirmed(
		'repost.aws/knowledge-center/cross-account-access-denied-error-s3 (what a customer managed key needs); that a key AWS manages cannot be shared: study notes on AWS DVA-C02',
		'2026-11-29',
	),
	examples: [
		{ given: { 'account.same': false, key: 'aws-managed' }, then: 'fails' },
		{ given: { 'account.same': false, key: 'customer' }, then: 'holds' },
		{ given: { 'account.same': true, key: 'aws-managed' }, then: 'holds' },
	],
};
