import type { Binding } from './binding.ts';
import type { Ui } from './state.ts';

const planned = ['no question', 'recommendations', 'strategy', 'diagram', 'cost', 'findings', 'export'] as const;
const explained = ['sources', 'question to pick', ...planned] as const;

const noPlan = ({ planned: plan }: Ui): string | undefined => (plan ? undefined : 'There is no plan yet.');

/** Keys of what lies over a screen (the variants of the plan, the words in view), and of the walk through the picture. */
export const overKeys = [
	{ keys: ['V'], action: 'variants', title: 'variants', in: planned, disabled: noPlan },
	{ keys: ['e'], action: 'terms', title: 'explain', in: explained },
	{ keys: ['ctrl+o'], action: 'terms', title: 'explain', in: ['question to type'], rare: true },
	{ keys: ['enter'], action: 'accept', title: 'take it', in: ['variants'], changes: true },
	{ keys: ['s'], action: 'keep', title: 'keep this plan', in: ['variants'], changes: true },
	{ keys: ['d'], action: 'drop', title: 'drop it', in: ['variants'], changes: true },
	{ keys: ['enter'], action: 'accept', title: 'keep', in: ['variant name'], changes: true },
	{ keys: ['i'], action: 'form', title: 'answers from a file', in: explained, changes: true, rare: true },
	{ keys: ['enter'], action: 'accept', title: 'read it', in: ['form'], changes: true },
	{ keys: ['escape'], action: 'cancel', title: 'leave it', in: ['variant name', 'form'] },
	{ keys: ['escape', 'left', 'h', 'b'], action: 'close', title: 'close', in: ['variants', 'terms'] },
	{ keys: ['tab'], action: 'follow', title: 'follow it', in: ['diagram'] },
	{ keys: ['shift+tab'], action: 'follow back', title: 'where it comes from', in: ['diagram'], rare: true },
] as const satisfies readonly Binding[];
