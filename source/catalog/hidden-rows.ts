import { no } from '../rules/constructors.ts';
import { confirmed } from './cited.ts';
import type { Requirement } from './record.ts';

/** Rows that another party may not see leave their owner by no copy and no grant. */
export const rowsMayBeSeen: Requirement = {
	because:
		'the other party may not see these rows, and a copy, a grant across accounts or a bucket policy would show them',
	that: no('rows.hidden'),
	...confirmed('docs/clean-rooms/latest/userguide/what-is.html'),
};

/** What each party prepares by itself is no work of the common pipeline. */
export const ownRows = no('rows.hidden');
