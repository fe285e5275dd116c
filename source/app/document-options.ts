import type { Option } from './command.ts';

/** The options that name an estate and answers. */
export const documentOptions = {
	estate: { type: 'string', value: 'FILE', says: 'the estate, as `headwater discover` wrote it' },
	answers: { type: 'string', value: 'FILE', says: 'answers and choices (YAML)' },
	demo: { type: 'boolean', says: 'the recorded demo account in place of --estate' },
} as const satisfies Record<string, Option>;

export const asOfOption = {
	'as-of': { type: 'string', value: 'DATE', says: 'plan as of this day (YYYY-MM-DD), today if left out' },
} as const satisfies Record<string, Option>;
