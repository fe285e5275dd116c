import type { Binding } from '../binding.ts';
import { modeBelow, typingModes } from '../mode.ts';
import type { Ui } from '../state.ts';
import { steps } from '../tour/steps.ts';
import { hintOf, isOffered, keyFor, offer, told, worded } from '../tour/tour.ts';

/** The hint of the tour as lines: what it teaches, what to write, and how it is left. */
export function tourLines(ui: Ui): readonly string[] {
	const hint = hintOf(ui);
	const word = (binding: Binding): string => wordFor(ui, binding);
	const way = (action: 'tour' | 'next hint' | 'end tour'): string => {
		const binding = keyFor(ui, [action]);
		return binding ? word(binding) : '';
	};
	if (isOffered(ui)) {
		return [`New here? ${offer.says} ${way('tour')} begins it, ${way('end tour')} does not offer it again.`];
	}
	if (!hint) return [];
	const does = hint.key ? ` Now: ${word(hint.key)}${isEnter(hint.key) ? `, ${hint.key.title}` : ''}.` : '';
	return [
		`Tour, ${hint.number} of ${steps.length}. ${worded(told(hint).says, word)}${does}`,
		`${way('next hint')} goes on without it, ${way('end tour')} leaves the tour.`,
	];
}

const isEnter = ({ keys }: Binding): boolean => keys.includes('enter');

/** What is written to do what a key does: nothing for Enter, a number where one moves, else the title of the key. */
function wordFor(ui: Ui, binding: Binding): string {
	const { action, title } = binding;
	if (isEnter(binding)) return 'an empty line';
	if (action === 'up' || action === 'down') return 'a number';
	if (action === 'tick') return 'numbers';
	return `"${typingModes.has(modeBelow(ui)) ? ':' : ''}${title}"`;
}
