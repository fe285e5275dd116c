import type { Binding } from './binding.ts';
import { type Mode, modes } from './mode.ts';
import { noOffer, noTour } from './reasons.ts';

const everywhere = (Object.keys(modes) as readonly Mode[]).filter((mode) => mode !== 'help' && mode !== 'welcome');

/** Keys of the tour that hold on every screen, also where text is typed. */
export const tourKeys = [
	{ keys: ['t'], action: 'tour', title: 'tour of the demo', in: ['welcome'], rare: true },
	{ keys: ['ctrl+x'], action: 'end tour', title: 'no tour', in: ['welcome'], disabled: noOffer, rare: true },
	{ keys: ['ctrl+y'], action: 'next hint', title: 'next hint', in: everywhere, disabled: noTour, rare: true },
	{ keys: ['ctrl+x'], action: 'end tour', title: 'end the tour', in: everywhere, disabled: noTour, rare: true },
] as const satisfies readonly Binding[];
