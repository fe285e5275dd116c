import type { Option } from './command.ts';

/** Options that add to what the planner knows, or bring it up to date. */
export const knowledgeOptions = {
	pack: { type: 'string', multiple: true, value: 'FILE', says: "an organisation's own facts, services and controls" },
	prices: { type: 'string', value: 'FILE', says: 'a newer price book, as `headwater refresh prices` wrote it' },
	lifecycle: { type: 'string', value: 'FILE', says: 'a newer register, as `headwater refresh lifecycle` wrote it' },
} as const satisfies Record<string, Option>;

/** The options that name an estate and answers. */
export const documentOptions = {
	estate: { type: 'string', value: 'FILE', says: 'the estate, as `headwater discover` wrote it' },
	answers: {
		type: 'string',
		multiple: true,
		value: 'FILE',
		says: 'answers and choices (YAML), or a filled-in form; the last holds',
	},
	demo: { type: 'boolean', says: 'the recorded demo account in place of --estate' },
	...knowledgeOptions,
} as const satisfies Record<string, Option>;

export const asOfOption = {
	'as-of': { type: 'string', value: 'DATE', says: 'plan as of this day (YYYY-MM-DD), today if left out' },
} as const satisfies Record<string, Option>;
