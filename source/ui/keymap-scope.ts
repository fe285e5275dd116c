import type { Binding } from './binding.ts';
import { noPolicy } from './reasons.ts';

/** Keys of the form that says what to look at, and of the policy over it. */
export const scopeKeys = [
	{ keys: ['enter'], action: 'look', title: 'look', in: ['scope'] },
	{ keys: ['ctrl+p'], action: 'policy', title: 'policy', in: ['scope'], disabled: noPolicy },
	{ keys: ['tab', 'down'], action: 'next field', title: 'next field', in: ['scope'] },
	{ keys: ['shift+tab', 'up'], action: 'previous field', title: 'previous', in: ['scope'] },
	{ keys: ['escape', 'enter', 'left', 'h', 'b'], action: 'close', title: 'close', in: ['policy'] },
] as const satisfies readonly Binding[];
