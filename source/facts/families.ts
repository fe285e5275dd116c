/** What a source is, whatever product holds it. Rules speak of families, never of products. */
export const families = [
	'object',
	'file',
	'block',
	'relational',
	'key-value',
	'document',
	'graph',
	'cache',
	'time-series',
	'search',
	'vector',
	'warehouse',
	'stream',
	'log',
	'metric',
	'video',
	'feature',
	'device',
	'saas',
	'external',
] as const;
export type Family = (typeof families)[number];

/** Where a place stands, seen from AWS. */
export const wheres = ['aws', 'on-premises', 'other-cloud', 'saas', 'edge'] as const;
export type Where = (typeof wheres)[number];
