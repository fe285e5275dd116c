import { any, atLeast, no } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

const practices = 'github.com/aws/aws-lakeformation-best-practices';

export const sharedAccounts: ControlRecord = {
	title: 'Grants across accounts',
	summary:
		'tables are shared between accounts by Lake Formation in its cross-account version 4 or newer, by LF-tags where there are many tables, and every share is given in one place: a hub account that owns the catalogue, or a mesh in which each account gives its own and SageMaker Catalog keeps the requests',
	regimes: [],
	severity: 'medium',
	applies: any(atLeast('readers.accounts', 2), no('account.same')),
	because:
		'a bucket policy for each pair of accounts grows unreadable and knows no columns. Older versions make a share for every table, and hybrid access across accounts takes version 4; a resource link lets a consumer query a table that stays where it is',
	reckoned: [
		{
			says: 'With {accounts} accounts that read, a hub keeps the grants in one place; a mesh fits where each owner decides alone.',
			when: atLeast('readers.accounts', 2),
			figures: { accounts: { count: { fact: 'readers.accounts' } } },
			...confirmed(practices),
		},
	],
	remedy: 'set the cross-account version to 4, choose hub or mesh, and share LF-tags instead of tables',
	practice: 'MLSEC03-BP01',
	availability: { state: 'open', ...confirmed(practices) },
	cited: confirmed(practices),
	examples: [
		{ given: { 'readers.accounts': 6 }, then: 'holds' },
		{ given: { 'readers.accounts': 1 }, then: 'holds' },
	],
};
