import { is } from '../rules/constructors.ts';

/** Content that people, patients or card holders could be hurt by. */
export const guarded = is('sensitivity', 'personal', 'health', 'card');

/** Families whose data AWS itself stores, so that AWS can say how it is guarded. */
export const keptByAws = is(
	'family',
	'object',
	'file',
	'block',
	'relational',
	'key-value',
	'document',
	'graph',
	'warehouse',
	'search',
	'stream',
	'log',
);
